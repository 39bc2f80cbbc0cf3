import { unreadable } from '../measure/measurement.ts'
import type { Measured } from '../measure/measurement.ts'
import type { PictureSource } from '../measure/read.ts'
import type { Looked } from '../medium/facts.ts'
import type { ReadMedium } from '../medium/readMedium.ts'
import type { OtherMedium } from '../medium/sniff.ts'
import { firstLookIn } from './ask.ts'
import type { Asking } from './ask.ts'
import { HashResult, ReadMediumResult } from './tasks.ts'

/**
 * Seconds a PDF may take: it unpacks itself into memory, at a hundred megabytes a second at most,
 * and stops nowhere by itself. Ours.
 */
const documentSeconds = 10
/** As slow a disk, or a drive over the network, as is waited for; in bytes a second. */
const slowestReading = 5_000_000

/** Everything one file says of itself, be it a picture, a video or a PDF. */
export async function lookIn(asking: Asking, source: PictureSource): Promise<Looked> {
  const first = await firstLookIn(asking, source)
  if (first.kind !== 'aside') return first
  const read = await readMediumIn(asking, source, first.medium)
  if (read.kind === 'unreadable') return read
  const { byteSize } = read.facts
  const seconds = asking.limits.secondsPerFile + Math.ceil(byteSize / slowestReading)
  const { signal } = asking
  const outcome = await asking.pool.run({ name: 'hashFile', source }, { seconds, signal })
  if (outcome.kind === 'failed') return failed(first.medium, outcome.why, seconds)
  const bytesHash = HashResult.parse(outcome.value)
  if (bytesHash === null) {
    return { kind: 'unreadable', unreadable: unreadable('changed-while-reading', { byteSize }) }
  }
  return { kind: 'medium', facts: { ...read.facts, bytesHash } }
}

async function readMediumIn(
  { pool, limits, signal }: Asking,
  source: PictureSource,
  medium: OtherMedium,
): Promise<ReadMedium> {
  const { secondsPerFile } = limits
  const seconds = medium === 'video' ? secondsPerFile : Math.min(secondsPerFile, documentSeconds)
  const task = { name: 'readMedium', source, medium, limits } as const
  const outcome = await pool.run(task, { seconds, signal })
  if (outcome.kind === 'done') return ReadMediumResult.parse(outcome.value)
  return failed(medium, outcome.why, seconds)
}

function failed(
  medium: OtherMedium,
  why: 'timed-out' | 'crashed',
  seconds: number,
): Extract<Measured, { kind: 'unreadable' }> {
  if (why === 'timed-out') {
    const required = `${seconds} s`
    return { kind: 'unreadable', unreadable: unreadable('took-too-long', { required }) }
  }
  const code = medium === 'video' ? 'damaged-video' : 'damaged-document'
  return { kind: 'unreadable', unreadable: unreadable(code) }
}
