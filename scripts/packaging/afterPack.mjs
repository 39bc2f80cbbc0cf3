import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFuses } from './fuses.mjs'

/** @param {import('electron-builder').AfterPackContext} context */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
  await setFuses(join(appOutDir, executableIn(electronPlatformName, packager)))
  // What would open any folder named on the command line.
  rmSync(join(appOutDir, 'resources/default_app.asar'), { force: true })
  bringOwnSqlite(appOutDir)
}

/**
 * @param {string} platform
 * @param {import('electron-builder').AfterPackContext['packager']} packager
 */
function executableIn(platform, packager) {
  const { productFilename } = packager.appInfo
  if (platform === 'win32') return `${productFilename}.exe`
  if (platform === 'darwin') return `${productFilename}.app`
  return packager.platformSpecificBuildOptions.executableName ?? productFilename
}

/**
 * A package made with the closed-network runtime is a trial on this machine: it carries the SQLite
 * that was compiled for that runtime. The variable is not set with the official Electron.
 * @param {string} appOutDir
 */
function bringOwnSqlite(appOutDir) {
  const own = process.env['BKK_SQLITE_BINARY']
  if (own === undefined) return
  const unpacked = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds'
  copyFileSync(own, join(appOutDir, unpacked, `${process.platform}-${process.arch}.node`))
}
