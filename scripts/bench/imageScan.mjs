import { randomFillSync } from 'node:crypto'
import { loadavg } from 'node:os'
import { goalLine, share } from './support/goals.mjs'

/** Pictures looked among, and what a lookup may take at most, in milliseconds (ours). */
const sizes = [
  { count: 10_000, goal: 5 },
  { count: 100_000, goal: 5 },
  { count: 1_000_000, goal: 50 },
]
/** A poster has about so many parts. */
const partsOfPicture = 100
const rounds = 40

/**
 * One lookup among ten thousand, a hundred thousand and a million library pictures: by fingerprints,
 * and by parts, of which each picture has a hundred.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'image-scan',
  run: async () => {
    const prints = await fingerprints()
    const parts = await partsOfMany()
    return [
      ...(await rows('fingerprints', prints)),
      ...(await rows('parts', parts)),
      `load of the machine ${loadavg()[0]?.toFixed(1) ?? ''}`,
    ]
  },
}

/**
 * @typedef {object} Index
 * @property {(count: number) => void} growTo adds pictures of noise up to so many
 * @property {() => number} look looks one up that is among them, returns how many it found
 */

/**
 * @param {string} name
 * @param {Index} index
 */
async function rows(name, index) {
  const lines = []
  let before = NaN
  for (const { count, goal } of sizes) {
    index.growTo(count)
    /** @type {number[]} */
    const times = []
    const worked = []
    for (let round = -5; round < rounds; round += 1) {
      const used = process.cpuUsage()
      const started = performance.now()
      if (index.look() < 1) throw new Error(`what is among the ${name} was not found`)
      if (round >= 0) {
        times.push(performance.now() - started)
        const { user, system } = process.cpuUsage(used)
        worked.push((user + system) / 1_000)
      }
      // Others may go on in between, as in the application.
      await new Promise((resolve) => setImmediate(resolve))
    }
    const middle = share(worked, 0.5)
    const growth = Number.isNaN(before) ? '' : `, ${(middle / before).toFixed(1)} times the last`
    before = middle
    const p95 = goalLine(`${name} of ${count}, 95th percentile`, share(worked, 0.95), goal, 'ms')
    const clock = [0.5, 0.95].map((part) => share(times, part).toFixed(2)).join(' and ')
    lines.push(`${p95}; median ${middle.toFixed(2)}${growth}; by the clock ${clock}`)
  }
  return lines
}

/** @returns {Promise<Index>} */
async function fingerprints() {
  const { CandidateIndex } = await import('../../src/main/workspace/images/repeats/candidates.ts')
  const { fingerprintBytes } =
    await import('../../src/main/workspace/images/repeats/fingerprint.ts')
  const index = new CandidateIndex()
  const noise = () => new Uint8Array(randomFillSync(Buffer.alloc(fingerprintBytes)))
  const asked = noise()
  index.add('asked', asked)
  return {
    growTo(count) {
      for (let id = index.size; id < count; id += 1) index.add(String(id), noise())
    },
    look: () => index.near(asked).length,
  }
}

/** @returns {Promise<Index>} */
async function partsOfMany() {
  const { PartIndex } = await import('../../src/main/workspace/images/repeats/parts/partIndex.ts')
  const { partBytes } = await import('../../src/main/workspace/images/repeats/parts/parts.ts')
  const index = new PartIndex()
  const extent = { width: 1200, height: 630 }
  const noise = () => {
    const parts = new Uint8Array(randomFillSync(Buffer.alloc(partsOfPicture * partBytes)))
    // The last byte of a part is its level.
    for (let at = partBytes - 1; at < parts.length; at += partBytes)
      parts[at] = (parts[at] ?? 0) % 6
    return parts
  }
  const asked = noise()
  index.add('asked', asked, extent)
  return {
    growTo(count) {
      for (let id = index.size; id < count; id += 1) index.add(String(id), noise(), extent)
    },
    look: () => index.near(asked, extent).length,
  }
}
