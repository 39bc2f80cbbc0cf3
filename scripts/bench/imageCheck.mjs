import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectNode } from '../setup/context.mjs'
import { installProgram } from '../setup/systemLibraries.mjs'
import { median } from './support/figures.mjs'
import { measuredRun } from './support/measured.mjs'

const files = 120
const rounds = 5

/**
 * The whole command `check`, start of the process and all findings included, against libvips' own
 * thumbnailer in two processes on the same files.
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
      const check = () => measuredRun(node, [cli, 'check', pictures, '--json'])
      return await alternate(check, () => thumbnails(names, folder))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/**
 * @param {string[]} names
 * @param {string} folder
 */
async function thumbnails(names, folder) {
  const halves = [0, 1].map((half) => names.filter((_, at) => at % 2 === half))
  const started = performance.now()
  const runs = await Promise.all(
    halves.map((half) =>
      measuredRun('vipsthumbnail', ['--size', '256x256', '-o', join(folder, 't_%s.jpg'), ...half]),
    ),
  )
  const megabytes = runs.reduce((sum, run) => sum + run.megabytes, 0)
  return { seconds: (performance.now() - started) / 1000, megabytes }
}

/**
 * Alternated, so that what else the machine does meets both; the first round fills caches.
 * @param {() => Promise<import('./support/measured.mjs').Run>} ours
 * @param {() => Promise<import('./support/measured.mjs').Run>} theirs
 */
async function alternate(ours, theirs) {
  const subjects = [
    { name: 'check', run: ours },
    { name: 'vipsthumbnail ×2', run: theirs },
  ]
  /** @type {import('./support/measured.mjs').Run[][]} */
  const runs = subjects.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { run }] of subjects.entries()) {
      const measured = await run()
      if (round > 0) runs[at]?.push(measured)
    }
  }
  const perSecond = runs.map((all) => files / (median(all.map((r) => r.seconds * 1000)) / 1000))
  const memory = runs.map((all) => median(all.map((r) => r.megabytes)))
  const rows = subjects.map(
    ({ name }, at) =>
      `${name.padEnd(17)} ${(perSecond[at] ?? NaN).toFixed(1).padStart(6)} files/s, ` +
      `${String(memory[at]).padStart(4)} MB at its peak`,
  )
  const speed = (perSecond[0] ?? NaN) / (perSecond[1] ?? NaN)
  return [
    ...rows,
    `ratio             ${speed.toFixed(2)} in speed; ${files} files, medians of ${rounds}, alternated`,
  ]
}
