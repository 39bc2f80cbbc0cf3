import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode } from '../setup/context.mjs'
import { environment, requireRuntime } from '../setup/environment.mjs'
import { installProgram } from '../setup/systemLibraries.mjs'
import { alternate, rowsOf } from './support/alternate.mjs'
import { goalLine } from './support/goals.mjs'
import { measuredRun } from './support/measured.mjs'
import { thumbnailsOf } from './support/thumbnails.mjs'

const files = 120
const rounds = 5

/**
 * The whole command `check`, start of the process and all findings included, against libvips' own
 * thumbnailer in two processes on the same files; the same from what it remembers of unchanged
 * files; and in Electron, where pictures are decoded by WebAssembly on Linux.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'image-check',
  run: async (context) => {
    await installProgram(context, 'libvips-tools', 'vipsthumbnail')
    const folder = mkdtempSync(join(tmpdir(), 'image-check-'))
    const pictures = join(folder, 'pictures')
    mkdirSync(pictures)
    try {
      const node = projectNode(context.root)
      const draw = join(context.root, 'scripts/bench/support/drawPictures.mjs')
      await context.run(node, [draw, pictures, String(files)])
      const names = readdirSync(pictures).map((name) => join(pictures, name))
      const cli = join(context.root, 'out/main/cli.js')
      const env = { ...process.env, BKK_CACHE_DIR: folder }
      const check = [cli, 'check', pictures, '--json']
      const electron = requireRuntime(context).executable
      const asNode = { ...environment(context), BKK_CACHE_DIR: folder, ELECTRON_RUN_AS_NODE: '1' }
      const measured = await alternate(
        [
          { name: 'vipsthumbnail ×2', run: () => thumbnailsOf(names, folder) },
          { name: 'check', run: () => measuredRun(node, [...check, '--fresh'], env) },
          { name: 'check, unchanged', run: () => measuredRun(node, check, env) },
          {
            name: 'check in Electron',
            run: () => measuredRun(electron, [...check, '--fresh'], asNode),
          },
        ],
        rounds,
      )
      return [
        ...rowsOf(measured, files),
        goalLine("check, of vipsthumbnail's speed", speedOf(measured, 1, 0), 0.8, 'at least'),
        goalLine("check in Electron, of check's speed", speedOf(measured, 3, 1), 0.5, 'at least'),
        `${files} mixed files, medians of ${rounds}, alternated`,
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/**
 * @param {import('./support/alternate.mjs').Measured[]} measured
 * @param {number} subject
 * @param {number} reference
 */
function speedOf(measured, subject, reference) {
  return (measured[reference]?.seconds ?? NaN) / (measured[subject]?.seconds ?? NaN)
}
