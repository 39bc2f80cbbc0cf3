import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startAndMeasure } from './support/electronStart.mjs'
import { median, ratio } from './support/figures.mjs'

const rounds = 9

/** @type {import('../bench.mjs').Bench} */
export const bench = {
  name: 'cold-start',
  run: async (context) => {
    const subjects = [
      { name: 'application', folder: context.root },
      { name: 'bare window', folder: join(context.root, 'scripts/bench/bareWindow') },
    ]
    const profiles = subjects.map(() => mkdtempSync(join(tmpdir(), 'cold-start-')))
    /** @type {import('./support/electronStart.mjs').Start[][]} */
    const starts = subjects.map(() => [])
    try {
      // Alternated, so that what else the machine does meets both; the first round fills caches.
      for (let round = 0; round <= rounds; round++) {
        for (const [at, { folder }] of subjects.entries()) {
          const start = await startAndMeasure(context, folder, profiles[at] ?? '')
          if (round > 0) starts[at]?.push(start)
        }
      }
    } finally {
      for (const profile of profiles) rmSync(profile, { recursive: true, force: true })
    }
    return table(subjects, starts)
  },
}

/**
 * @param {{ name: string }[]} subjects
 * @param {import('./support/electronStart.mjs').Start[][]} starts
 */
function table(subjects, starts) {
  const paints = starts.map((all) => median(all.map((one) => one.firstContentMs)))
  const memories = starts.map((all) => median(all.map((one) => one.memoryMb)))
  const rows = subjects.map(
    ({ name }, at) =>
      `${name.padEnd(12)} ${String(paints[at]).padStart(6)} ms to first content, ` +
      `${String(memories[at]).padStart(4)} MB (PSS of all its processes)`,
  )
  return [
    ...rows,
    `ratio        ${ratio(paints)} in time, ${ratio(memories)} in memory; medians of ${rounds}, alternated`,
  ]
}
