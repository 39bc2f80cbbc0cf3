import { join } from 'node:path'
import { app, Menu, nativeTheme, session, type BrowserWindow } from 'electron'
import { toPage } from '../../preload/channels.ts'
import type { DesktopRequest, NoticePlace } from '../../preload/desktop.ts'
import { pageAddress } from './addresses.ts'
import { desktopAnswers } from './answers.ts'
import { childEnvironment } from './childEnvironment.ts'
import { developmentPolicy } from './contentPolicy.ts'
import { createDocumentMaker } from './documentMaker.ts'
import { answerPage, hearHiddenPage } from './ipc.ts'
import type { Log } from './log.ts'
import { menuTemplate } from './menu.ts'
import { refuseNavigation } from './navigation.ts'
import { refuseConnections } from './network.ts'
import { refusePermissions } from './permissions.ts'
import { serveProtocols } from './protocols.ts'
import { createRestartPolicy } from './restartPolicy.ts'
import { openSettings } from './settings.ts'
import type { TrialSwitches } from './trialSwitches.ts'
import { openHiddenPage, openWindow, showWindow } from './window.ts'
import { createWorkspaceProcess } from './workspaceProcess.ts'

export interface ApplicationOptions {
  /** Where everything is kept, and the shell's own folder in it. */
  readonly folder: string
  readonly shellFolder: string
  /** The built application: `main`, `preload` and `renderer` are in it. */
  readonly built: string
  readonly switches: TrialSwitches
  readonly log: Log
}

/** Runs the application once Electron is ready: guards first, then the window, then its workspace. */
export async function runApplication(options: ApplicationOptions): Promise<void> {
  const { folder, built, switches, log } = options
  const settings = openSettings(join(options.shellFolder, 'shell.json'))
  const workspace = createWorkspaceProcess({
    file: join(built, 'main', 'utility.js'),
    imageWorkerFile: join(built, 'main', 'imageWorker.js'),
    folder,
    appVersion: app.getVersion(),
    env: childEnvironment(process.env),
    log,
    ...(switches.sqliteBinary !== undefined && { sqliteBinary: switches.sqliteBinary }),
  })

  const { defaultSession } = session
  refusePermissions(defaultSession)
  await refuseConnections(defaultSession, switches.pageUrl)
  serveProtocols(defaultSession, {
    pages: join(built, 'renderer'),
    readMedia: (request) => workspace.readMedia(request),
  })
  if (switches.pageUrl !== undefined) serveDevelopmentPolicy(switches.pageUrl)
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents, switches.pageUrl)
  })

  nativeTheme.themeSource = settings.current.theme
  const preload = join(built, 'preload', 'index.cjs')
  const address = switches.pageUrl ?? pageAddress
  const window = openWindow({ preload, address, settings })
  const documents = createDocumentMaker({
    open: (path) => openHiddenPage({ preload, address: new URL(path, address).href }),
    connect: (page) => workspace.lend(page),
    failed: (error) => log.failure('document', error),
  })
  const drawMenu = () => {
    const template = menuTemplate({
      language: settings.current.language,
      platform: process.platform,
      developer: !app.isPackaged,
      send: (request) => window.webContents.send(toPage.request, request),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  drawMenu()

  const onNotice = (place: NoticePlace) => {
    showWindow(window)
    window.webContents.send(toPage.request, place satisfies DesktopRequest)
  }
  const answers = { window, folder, settings, log, documents, onLanguage: drawMenu, onNotice }
  answerPage(desktopAnswers(answers), {
    page: () => (window.isDestroyed() ? null : window.webContents),
    failed: (where, error) => log.failure(where, error),
    ...(switches.pageUrl !== undefined && { developmentPage: switches.pageUrl }),
  })
  hearHiddenPage(
    (drawn) => documents.hear(drawn),
    () => documents.page(),
    switches.pageUrl,
  )
  // A hidden page must not keep the application alive.
  window.once('closed', () => documents.cancel())
  window.webContents.on('did-navigate', () => workspace.disconnect())
  window.webContents.on('did-finish-load', () => workspace.connect(window.webContents))
  reloadAfterCrash(window, log)
  app.on('second-instance', () => showWindow(window))
  closeBeforeQuit(window, () => workspace.stop())
}

/** A page that crashed is loaded again; after the third time within a minute the window closes. */
function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  const reloads = createRestartPolicy()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    log.failure('page', Object.assign(new Error('The page process ended'), { code: reason }))
    if (reloads.mayRestart(Date.now())) window.webContents.reload()
    else window.close()
  })
}

/**
 * Closing and quitting wait for the workspace to finish its writes, make its backup and close the
 * database; the window stays meanwhile and shows how far it is. Asked again, they wait no longer.
 */
function closeBeforeQuit(window: BrowserWindow, stop: () => Promise<void>): void {
  let stopped = false
  const stopFirst = (event: Electron.Event): void => {
    if (stopped) return
    event.preventDefault()
    void stop().finally(() => {
      stopped = true
      // In a turn of its own: within the event itself a second quit is not heard.
      setImmediate(() => app.quit())
    })
  }
  window.on('close', stopFirst)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', stopFirst)
}

/** The development server sends no policy of its own. */
function serveDevelopmentPolicy(pageUrl: string): void {
  session.defaultSession.webRequest.onHeadersReceived(({ responseHeaders }, decide) => {
    decide({
      responseHeaders: {
        ...responseHeaders,
        'Content-Security-Policy': [developmentPolicy(pageUrl)],
      },
    })
  })
}
