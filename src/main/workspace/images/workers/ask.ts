import { z } from 'zod'
import type { Crop, FixChoices } from '#contract/imageFix'
import type { Shown } from '#contract/postedPictures'
import type { Sha256 } from '#contract/values'
import type { FixOutcome } from '../fix/fix.ts'
import { hashOf } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import { unreadable } from '../measure/measurement.ts'
import type { Measured } from '../measure/measurement.ts'
import type { Preview } from '../measure/preview.ts'
import type { FirstLook } from '../medium/look.ts'
import type { ImagePool } from './pool.ts'
import {
  FirstLookResult,
  FixResult,
  Judged,
  PartsResult,
  PixelsHashResult,
  PreviewResult,
  ShownAnswer,
} from './tasks.ts'
import type { Decodable, ImageTask } from './tasks.ts'

/** Limits of one look at one file: `SizeRules.limits`. */
export interface TaskLimits {
  readonly megapixels: number
  readonly megabytes: number
  readonly secondsPerFile: number
  readonly videoMegabytes?: number | undefined
}

/** How a task is asked for: by whom it is done, what it may take, and what calls it off. */
export interface Asking {
  readonly pool: ImagePool
  readonly limits: TaskLimits
  readonly signal?: AbortSignal | undefined
  /** False where nobody looks at them: drawing one takes a sixth of the time. */
  readonly thumbnails?: boolean
  /** True where there is something to find the picture in, or in it: 2 ms. */
  readonly parts?: boolean
  /** False where the picture is only looked up, or was measured before: a tenth of the time. */
  readonly quality?: boolean
}

/** A file that outlasts its time or ends its process is a finding like any other. */
export async function measureIn(asking: Asking, source: PictureSource): Promise<Measured> {
  const first = await firstLookIn(asking, source)
  if (first.kind !== 'aside') return first
  return { kind: 'unreadable', unreadable: unreadable('unsupported-format') }
}

/** The same of any file: what is no picture is said to be `aside`, and not read yet. */
export async function firstLookIn(asking: Asking, source: PictureSource): Promise<FirstLook> {
  const { pool, limits, signal, thumbnails = true, parts = false, quality = true } = asking
  const seconds = limits.secondsPerFile
  const wanted = { thumbnail: thumbnails, parts, quality }
  const task = { name: 'measure', source, limits, wanted } as const
  const outcome = await pool.run(task, { seconds, signal })
  if (outcome.kind === 'done') return onItsOwn(FirstLookResult.parse(outcome.value))
  const known =
    source.kind === 'bytes'
      ? { byteSize: source.bytes.byteLength, bytesHash: hashOf(source.bytes) }
      : {}
  return {
    kind: 'unreadable',
    unreadable:
      outcome.why === 'timed-out'
        ? unreadable('took-too-long', { ...known, required: `${seconds} s` })
        : unreadable('damaged', known),
  }
}

/**
 * Node hands out views of the message they came in: a fingerprint that is held on to would keep the
 * sketch beside it in memory, a hundred times its size.
 */
function onItsOwn(look: FirstLook): FirstLook {
  if (look.kind !== 'measured') return look
  const { fingerprint, sketch, parts } = look
  return {
    ...look,
    fingerprint: new Uint8Array(fingerprint),
    sketch: new Uint8Array(sketch),
    parts: parts === null ? null : new Uint8Array(parts),
  }
}

/**
 * As far as a picture is looked up and compared by: read, hashed, decoded, sketched and fingerprinted,
 * its quality not measured.
 */
export function sketchIn(asking: Asking, source: PictureSource): Promise<Measured> {
  return measureIn({ ...asking, thumbnails: false, parts: false, quality: false }, source)
}

/** None when it was not to be had; see `repeats/parts/parts.ts`. */
export async function partsIn(
  { pool, limits, signal }: Asking,
  sketch: Extract<ImageTask, { name: 'parts' }>['sketch'],
): Promise<Uint8Array> {
  const options = { seconds: limits.secondsPerFile, signal, urgent: true }
  const outcome = await pool.run({ name: 'parts', sketch }, options)
  return outcome.kind === 'done' ? PartsResult.parse(outcome.value) : new Uint8Array()
}

/** Null when it cannot be told; see `measure/pixels.ts`. */
export async function pixelsHashIn(asking: Asking, picture: Decodable): Promise<Sha256 | null> {
  const { pool, limits, signal } = asking
  const outcome = await pool.run(
    { name: 'pixelsHash', picture, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? PixelsHashResult.parse(outcome.value) : null
}

/** Null when the file is gone, changed or cannot be decoded; see `measure/preview.ts`. */
export async function previewIn(
  asking: Asking,
  source: PictureSource,
  expected: Sha256 | null,
  maxWidth: number,
): Promise<Preview | null> {
  const { pool, limits, signal } = asking
  const outcome = await pool.run(
    { name: 'preview', source, expected, maxWidth, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? PreviewResult.parse(outcome.value) : null
}

type Judging<N extends ImageTask['name']> = Omit<Extract<ImageTask, { name: N }>, 'name' | 'limits'>

/** Pairs of sketches that one process compares in turn at most: 2 ms each, and others wait meanwhile. */
const sketchesPerTask = 8

/**
 * In as many parts of even size as there are processes, or twice as many, and so on: whoever waits
 * for all of them waits for the largest.
 */
function shared<T>(all: readonly T[], processes: number): T[][] {
  const rounds = Math.ceil(all.length / (processes * sketchesPerTask))
  const count = Math.min(all.length, rounds * processes)
  const begin = (part: number) => Math.round((part * all.length) / count)
  return Array.from({ length: count }, (_, part) => all.slice(begin(part), begin(part + 1)))
}

/** One judgement per kept picture, in order; null where the comparison did not come to an end. */
export async function judgeSketchesIn(
  { pool, limits, signal }: Asking,
  { questioned, kept }: Judging<'judgeSketches'>,
): Promise<(Judged | null)[]> {
  const judged = await Promise.all(
    shared(kept, pool.processes).map(async (part): Promise<(Judged | null)[]> => {
      const outcome = await pool.run(
        { name: 'judgeSketches', questioned, kept: part },
        { seconds: limits.secondsPerFile, signal, urgent: true },
      )
      return outcome.kind === 'done' ? z.array(Judged).parse(outcome.value) : part.map(() => null)
    }),
  )
  return judged.flat()
}

/** Null when the comparison did not come to an end. */
export async function judgePixelsIn(
  { pool, limits, signal }: Asking,
  pair: Judging<'judgePixels'>,
): Promise<Judged | null> {
  const outcome = await pool.run(
    { name: 'judgePixels', ...pair, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? Judged.parse(outcome.value) : null
}

/** Null when one of the two is gone, changed or cannot be decoded; see `repeats/shown.ts`. */
export async function shownIn(
  { pool, limits, signal }: Asking,
  picture: Decodable,
  screen: Decodable,
): Promise<Shown | null> {
  const outcome = await pool.run(
    { name: 'shown', picture, screen, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  return outcome.kind === 'done' ? ShownAnswer.parse(outcome.value) : null
}

/** Somebody waits for it, be it a preview or a result; what outlasts its time is unreadable. */
export async function fixIn(
  { pool, limits, signal }: Asking,
  picture: Decodable,
  choices: FixChoices,
  crop: Crop | null,
): Promise<FixOutcome> {
  const outcome = await pool.run(
    { name: 'fix', picture, choices, crop, limits },
    { seconds: limits.secondsPerFile, signal, urgent: true },
  )
  if (outcome.kind !== 'done') return { kind: 'failed', why: 'unreadable' }
  return FixResult.parse(outcome.value)
}
