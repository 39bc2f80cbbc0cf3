import { join } from 'node:path'
import { app, dialog } from 'electron'
import { runApplication } from './desktop/application.ts'
import { openLog } from './desktop/log.ts'
import { menuWords } from './desktop/menuWords.ts'
import { refuseNames } from './desktop/network.ts'
import { registerSchemes } from './desktop/protocols.ts'
import { shellFolderIn } from './desktop/shellFolder.ts'
import { refusedSwitch, trialSwitches } from './desktop/trialSwitches.ts'
import { systemDataFolder } from './hosts/dataFolder.ts'

const folder = systemDataFolder()
const shellFolder = shellFolderIn(folder)
const switches = trialSwitches(app.isPackaged, process.env)
const log = openLog(join(folder, 'log'))

// Before this file adds switches of its own.
const refused = refusedSwitch(app.isPackaged, (name) => app.commandLine.hasSwitch(name))

app.setPath('userData', shellFolder)
app.setPath('sessionData', shellFolder)
app.setAppUserModelId('my.gov.jkr.bkk.ruang-kerja')
// SECURITY: every page is sandboxed, whatever its window says (Electron checklist, item 4). Whoever
// starts Electron as root has to give up Chromium's sandbox by `--no-sandbox`; asking for it then
// only keeps the network process from starting, and the window still asks for its own part of it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
// Chromium's own parts, such as date fields, write days as Malaysia does: 31/12/2026.
app.commandLine.appendSwitch('lang', 'ms')
refuseNames(switches.pageUrl)
registerSchemes()

process.on('unhandledRejection', (error) => log.failure('main', error))
process.on('uncaughtException', (error) => endAfter(error))

if (refused !== null) {
  process.stderr.write(`Ruang Kerja BKK does not start with --${refused}\n`)
  app.exit(1)
} else if (app.requestSingleInstanceLock()) {
  // A promise at the top level would keep Electron from ever becoming ready.
  app
    .whenReady()
    .then(() =>
      runApplication({
        folder,
        shellFolder,
        built: join(import.meta.dirname, '..'),
        switches,
        log,
      }),
    )
    .catch((error: unknown) => endAfter(error))
} else {
  // The first one shows its window.
  app.exit(0)
}

function endAfter(error: unknown): void {
  const reference = log.failure('main', error)
  const { failed, failedWhy } = menuWords.ms
  dialog.showErrorBox(failed, failedWhy.replace('{reference}', reference))
  app.exit(1)
}
