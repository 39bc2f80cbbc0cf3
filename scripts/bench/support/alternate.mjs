import { median } from './figures.mjs'

/** @typedef {import('./measured.mjs').Run} Run */
/** @typedef {{ name: string, seconds: number, megabytes: number }} Measured medians */

/**
 * Runs the subjects in turn, so that what else the machine does meets all of them; the first round
 * fills caches and does not count.
 * @param {{ name: string, run: () => Promise<Run> }[]} subjects
 * @param {number} rounds
 * @returns {Promise<Measured[]>}
 */
export async function alternate(subjects, rounds) {
  /** @type {Run[][]} */
  const runs = subjects.map(() => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { run }] of subjects.entries()) {
      const measured = await run()
      if (round > 0) runs[at]?.push(measured)
    }
  }
  return subjects.map(({ name }, at) => ({
    name,
    seconds: median((runs[at] ?? []).map((run) => run.seconds * 1000)) / 1000,
    megabytes: median((runs[at] ?? []).map((run) => run.megabytes)),
  }))
}

/**
 * A line for each, with its speed as a ratio to the first one's.
 * @param {Measured[]} all
 * @param {number} files
 */
export function rowsOf(all, files) {
  const reference = all[0]?.seconds ?? NaN
  return all.map(
    ({ name, seconds, megabytes }) =>
      `${name.padEnd(18)} ${(files / seconds).toFixed(1).padStart(7)} files/s  ` +
      `ratio ${(reference / seconds).toFixed(2).padStart(5)}  ` +
      `${String(megabytes).padStart(4)} MB at its peak`,
  )
}
