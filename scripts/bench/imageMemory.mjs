import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode } from '../setup/context.mjs'
import { goalLine } from './support/goals.mjs'
import { measuredRun } from './support/measured.mjs'

const few = 200
const many = 2_000

/**
 * What a check of many files needs at its peak, all of its processes together, against a check of
 * few. The pictures are posters of the recommended size, each another one.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'image-memory',
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'image-memory-'))
    try {
      const node = projectNode(context.root)
      const draw = join(context.root, 'scripts/bench/support/drawPictures.mjs')
      const cli = join(context.root, 'out/main/cli.js')
      const peaks = []
      for (const count of [few, many]) {
        const pictures = join(folder, String(count))
        mkdirSync(pictures)
        await context.run(node, [draw, pictures, String(count), 'posters'])
        const run = await measuredRun(node, [cli, 'check', pictures, '--json', '--fresh'])
        peaks.push({ count, ...run })
      }
      const [small, large] = peaks
      return [
        ...peaks.map(
          ({ count, megabytes, seconds }) =>
            `${String(count).padStart(5)} files  ${String(megabytes).padStart(5)} MB at its peak, ` +
            `${(count / seconds).toFixed(1)} files/s`,
        ),
        goalLine(
          `memory of ${many} files, times that of ${few}`,
          (large?.megabytes ?? NaN) / (small?.megabytes ?? NaN),
          1.3,
          'at most',
        ),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
