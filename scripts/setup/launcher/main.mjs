// Electron's own default application starts what the command line names; the closed-network
// runtime comes without it. `await import()`, because require() never starts an ES module.
import { app } from 'electron'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const args = process.argv.slice(1)
/** @type {string | undefined} */
let folder
// What Electron's own default application uses and its types leave out.
const launchable =
  /** @type {Electron.App & { setVersion(to: string): void, setAppPath(to: string): void }} */ (app)

for (let at = 0; at < args.length; at++) {
  const arg = args[at] ?? ''
  if (arg === '-r' || arg === '--require') require(resolve(args[++at] ?? ''))
  else if (!arg.startsWith('-') && folder === undefined) folder = resolve(arg)
}

if (folder === undefined) {
  process.stderr.write('Name the folder of the application to start.\n')
  app.exit(1)
} else {
  const text = readFileSync(join(folder, 'package.json'), 'utf8')
  /** @type {{ name: string, productName?: string, version: string, main: string }} */
  const about = JSON.parse(text)
  app.setName(about.productName ?? about.name)
  launchable.setVersion(about.version)
  launchable.setAppPath(folder)
  await import(pathToFileURL(join(folder, about.main)).href)
}
