import { hostilePictures } from '../../tests/support/hostilePictures.ts'
import { startMeasuredWorker } from '../../tests/support/imageWorker.ts'
import { goalLine } from './support/goals.mjs'

const limits = { megapixels: 100, megabytes: 100 }
const wanted = { thumbnail: true, parts: false, quality: true }

/**
 * How long the slowest hostile files take to be answered, and what the process that decodes them
 * grows by; tests/images/measure/memory.test.ts says what each answer has to be.
 * @type {import('../bench.mjs').Bench}
 */
export const bench = {
  name: 'hostile-files',
  run: async () => {
    if (process.platform !== 'linux') return ['only Linux tells what a process had at its highest']
    const files = await hostilePictures()
    const worker = await startMeasuredWorker()
    const taken = []
    for (const [name, bytes] of [...files].slice(-1).concat([...files])) {
      const source = /** @type {const} */ ({ kind: 'bytes', name, bytes })
      taken.push({ name, ...(await worker.take({ name: 'measure', source, limits, wanted })) })
    }
    worker.kill()
    // The first only made the process load what it needs.
    const all = taken.slice(1)
    const slowest = all.toSorted((one, other) => other.seconds - one.seconds)
    const largest = Math.max(...all.map(({ memory }) => memory))
    return [
      ...slowest
        .slice(0, 5)
        .map(
          ({ name, seconds, memory }) =>
            `${name.padEnd(24)} ${(seconds * 1_000).toFixed(0).padStart(5)} ms  ${(memory / 1e6).toFixed(0).padStart(4)} MB more`,
        ),
      goalLine(`seconds of the slowest of ${all.length}`, slowest[0]?.seconds ?? NaN, 1, 'at most'),
      goalLine('megabytes above idle at most', largest / 1e6, 300, 'at most'),
    ]
  },
}
