import { join, delimiter } from 'node:path'
import { SetupError, systemPath } from './context.mjs'
import { findRuntime, needsOwnSqlite } from './electronRuntime.mjs'
import { ownSqlite } from './nativeSqlite.mjs'

/**
 * The environment in which the application and its tests are started: the project's own programs
 * first in the path, the Electron that set-up found, and the SQLite binary that goes with it.
 * @param {import('./context.mjs').Context} context
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(context) {
  const path = [join(context.root, 'node_modules', '.bin'), systemPath(context.root)]
  const runtime = findRuntime(context)
  return {
    ...process.env,
    PATH: path.join(delimiter),
    ...(runtime && {
      ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
      ELECTRON_EXEC_PATH: runtime.executable,
    }),
    ...(runtime && needsOwnSqlite(runtime) && { BKK_SQLITE_BINARY: ownSqlite(context) }),
    ...(isRoot() && { NO_SANDBOX: '1' }),
  }
}

/**
 * @param {import('./context.mjs').Context} context
 * @returns {import('./electronRuntime.mjs').Runtime}
 */
export function requireRuntime(context) {
  const runtime = findRuntime(context)
  if (runtime === undefined) throw new SetupError('There is no Electron here yet: npm run setup')
  return runtime
}

/** Chromium's sandbox refuses to start for root. */
export function isRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0
}
