import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode, SetupError, systemPath } from './context.mjs'
import { allExist, hashOf, readStamp, writeStamp } from './stamps.mjs'

/**
 * npm packages exactly as the lock file names them, the project's own Node among them.
 * @param {import('./context.mjs').Context} context
 * @returns {import('./context.mjs').Step}
 */
export function dependencies({ root, run }) {
  // Inside node_modules, so that it goes when they go.
  const stamp = join(root, 'node_modules', '.lock-hash')
  const node = projectNode(root)
  const wanted = () => {
    const lock = readFileSync(join(root, 'package-lock.json'))
    return hashOf(lock, process.platform, process.arch)
  }
  return {
    name: 'dependencies',
    doing: 'Installing npm packages (about a minute)',
    isDone: () => readStamp(stamp) === wanted() && allExist('', node),
    run: async () => {
      const hash = wanted()
      const env = { ...process.env, PATH: systemPath(root) }
      await run('npm', [installCommand(node), '--no-audit', '--no-fund'], { cwd: root, env })
      if (!allExist('', node)) {
        throw new SetupError(
          `npm left out ${node}: the install script of the package "node" did not run. ` +
            'Allow it (npm config set ignore-scripts false), then start again.',
        )
      }
      writeStamp(stamp, hash)
    },
  }
}

/**
 * `npm ci` deletes node_modules first; Windows cannot delete the Node that runs this script.
 * @param {string} node
 */
function installCommand(node) {
  return process.platform === 'win32' && process.execPath === node ? 'install' : 'ci'
}
