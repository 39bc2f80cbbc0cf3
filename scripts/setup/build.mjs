import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode } from './context.mjs'
import { fingerprint, sameContent } from './fingerprint.mjs'
import { allExist, readStamp, writeStamp } from './stamps.mjs'

/** Whatever can change what is built. */
const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const results = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html']

/** @param {string} cache */
function stampFile(cache) {
  return join(cache, 'build.json')
}

/**
 * For what writes to `out/` by itself: the next start builds again.
 * @param {import('./context.mjs').Context} context
 */
export function forgetBuild({ cache }) {
  rmSync(stampFile(cache), { force: true })
}

/**
 * The built application in `out/`, made again when the content of a source has changed.
 * @param {import('./context.mjs').Context} context
 * @returns {import('./context.mjs').Step}
 */
export function build({ root, cache, run }) {
  const stamp = stampFile(cache)
  const known = () => {
    const value = readStamp(stamp)
    return /** @type {import('./fingerprint.mjs').Fingerprint | undefined} */ (value)
  }
  return {
    name: 'build',
    doing: 'Building the application',
    isDone: () => {
      const built = known()
      if (built === undefined || !allExist(join(root, 'out'), ...results)) return false
      return sameContent(built, fingerprint(root, sources, built))
    },
    run: async () => {
      // Taken first: a source saved while the build runs makes it due again.
      const before = fingerprint(root, sources, known())
      const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
      await run(projectNode(root), [vite, 'build'], { cwd: root })
      writeStamp(stamp, before)
    },
  }
}
