import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FirstLookResult } from '../../../src/main/workspace/images/workers/tasks.ts'
import { hostilePictures } from '../../support/hostilePictures.ts'
import type { HostilePictures } from '../../support/hostilePictures.ts'
import { startMeasuredWorker } from '../../support/imageWorker.ts'
import { jpeg } from '../folder.ts'
import { limits } from './measuring.ts'

const megabytesAtMost = 300
/** Of the processor's time that the phone's photo takes; how fast it is, is for the bench to say. */
const timesAtMost = 40

const wanted = { thumbnail: true, parts: false, quality: true }

function task(name: string, bytes: Uint8Array) {
  return { name: 'measure', source: { kind: 'bytes', name, bytes }, limits, wanted } as const
}

type Worker = Awaited<ReturnType<typeof startMeasuredWorker>>

// Only Linux tells what a process had at its highest, and the suite runs there.
describe('a process that decodes', () => {
  let files: HostilePictures
  let worker: Worker

  beforeAll(async () => {
    files = await hostilePictures()
    worker = await startMeasuredWorker()
    // From here on everything is loaded that decoding needs.
    await worker.take(task('first.jpg', await jpeg()))
  }, 240_000)

  afterAll(() => worker.kill())

  it('answers every hostile file within 300 MB of its own, and not after an age', async () => {
    expect(files.size).toBeGreaterThanOrEqual(30)
    const phone = files.get('phone-50-mp.jpg') ?? new Uint8Array()
    const reference = await worker.take(task('phone.jpg', phone))
    const found: Record<string, string> = {}
    for (const [name, bytes] of files) {
      const { value, memory, processor } = await worker.take(task(name, bytes))
      const look = FirstLookResult.parse(value)
      found[name] = look.kind === 'unreadable' ? look.unreadable.code : look.kind
      expect(Math.round(memory / 1e6), `MB for ${name}`).toBeLessThanOrEqual(megabytesAtMost)
      const times = processor / Math.max(reference.processor, 0.05)
      expect(times, `time for ${name}`).toBeLessThanOrEqual(timesAtMost)
    }
    expect(found).toEqual({
      'progressive.jpg': 'progressive-too-large',
      'progressive-allowed.jpg': 'measured',
      'phone-50-mp.jpg': 'measured',
      'on-its-side.jpg': 'measured',
      'interlaced.png': 'progressive-too-large',
      'interlaced-allowed.png': 'measured',
      'deep-interlaced.png': 'measured',
      'not-interlaced.png': 'measured',
      'black-and-white.png': 'too-many-pixels',
      'avif-allowed.avif': 'measured',
      'large.avif': 'format-too-large',
      'allowed.gif': 'measured',
      'lossless.webp': 'format-too-large',
      'noise.webp': 'measured',
      'one-tile.tiff': 'measured',
      'picture-within.svg': 'format-too-large',
      'strip.png': 'measured',
      'half.jpg': 'damaged',
      'half.png': 'damaged',
      'changed.jpg': 'damaged',
      'header-only.jpg': 'damaged',
      'lying.png': 'damaged',
      'lying-3600-mp.png': 'too-many-pixels',
      'gif-then-jpeg.jpg': 'damaged',
      'more-after-the-end.jpg': 'measured',
      'text.jpg': 'unsupported-format',
      'program.jpg': 'unsupported-format',
      'empty.jpg': 'empty-file',
      'phone.heic': 'heic-not-supported',
      'animated.gif': 'measured',
      'entity.svg': 'damaged',
      'laughs.svg': 'damaged',
      'huge.svg': 'too-many-pixels',
    })
  }, 240_000)
})
