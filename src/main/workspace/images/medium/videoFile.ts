import { isWhole } from './whole.ts'
import type { ByteRange } from '../../files/byteRange.ts'
import { onlyFormat } from './facts.ts'
import type { Content } from './facts.ts'
import { headBytes, videoFormatOf } from './sniff.ts'

/** What became of reading a video: `sound`: there is no picture in it. */
export type ReadVideo = { readonly kind: 'read'; readonly content: Content } | NotRead
type NotRead = { readonly kind: 'damaged' | 'sound' }

/**
 * Bytes, pieces and milliseconds that may be spent on finding duration and size. The tables of a
 * two-hour film are a few megabytes; a file that leads from one box to the next without end stops
 * here. Ours.
 */
const bytesAtMost = 256 * 1_048_576
const piecesAtMost = 50_000
const millisecondsAtMost = 15_000

class TooMuch extends Error {}

/** Reads tables, and not a single frame: nothing is decoded. */
export async function readVideo(bytes: ByteRange): Promise<ReadVideo> {
  const format = videoFormatOf(await bytes.read(0, headBytes))
  if (format === null) return { kind: 'damaged' }
  if (!(await isWhole(format, bytes))) return { kind: 'damaged' }
  if (format === 'avi') return { kind: 'read', content: await readAvi(bytes) }
  // Loaded for the first video only: pictures do not wait for it.
  const { ALL_FORMATS, CustomSource, Input } = await import('mediabunny')
  const limited = limit(bytes)
  const input = new Input({
    formats: ALL_FORMATS,
    source: new CustomSource({
      getSize: () => bytes.size,
      read: (from, to) => limited(from, to),
      handleUnhandledError: () => undefined,
    }),
  })
  try {
    if (!(await input.canRead())) return { kind: 'read', content: onlyFormat(format) }
    const track = await input.getPrimaryVideoTrack()
    if (track === null) return { kind: (await input.getTracks()).length > 0 ? 'sound' : 'damaged' }
    const codec = await track.getCodec()
    const duration = await durationOf(input)
    // Not a single frame is whole.
    if (duration === 0) return { kind: 'damaged' }
    return {
      kind: 'read',
      content: {
        ...onlyFormat(format),
        width: whole(await track.getDisplayWidth()),
        height: whole(await track.getDisplayHeight()),
        duration: duration !== null && duration > 0 ? duration : null,
        codec: codec === null ? null : (codecNames[codec] ?? codec.toUpperCase()),
      },
    }
  } catch (error) {
    // Nothing is wrong with it that is known; it only takes more than it may.
    if (error instanceof TooMuch) return { kind: 'read', content: onlyFormat(format) }
    return { kind: 'damaged' }
  } finally {
    input.dispose()
  }
}

const codecNames: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'H.265',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
}

interface Lasting {
  getDurationFromMetadata(): Promise<number | null>
  computeDuration(): Promise<number>
}

/**
 * In seconds, from the last frames: what was recorded live says nothing or something wrong in its
 * header. That is asked only where the last frames are not found within bounds; then null.
 */
async function durationOf(input: Lasting): Promise<number | null> {
  try {
    return await input.computeDuration()
  } catch {
    const told = await input.getDurationFromMetadata().catch(() => null)
    return told === 0 ? null : told
  }
}

function limit(bytes: ByteRange): ByteRange['read'] {
  let left = bytesAtMost
  let pieces = piecesAtMost
  const until = performance.now() + millisecondsAtMost
  return (from, to) => {
    left -= to - from
    pieces -= 1
    const spent = left < 0 || pieces < 0 || performance.now() > until
    return spent ? Promise.reject(new TooMuch()) : bytes.read(from, to)
  }
}

function whole(pixels: number): number | null {
  const rounded = Math.round(pixels)
  return Number.isSafeInteger(rounded) && rounded > 0 ? rounded : null
}

/** Its main header stands at a fixed place: microseconds a frame, frames, width, height. */
async function readAvi(bytes: ByteRange): Promise<Content> {
  const head = Buffer.from(await bytes.read(0, 72))
  const known = head.length === 72 && head.toString('latin1', 24, 28) === 'avih'
  if (!known) return onlyFormat('avi')
  const seconds = (head.readUInt32LE(32) / 1_000_000) * head.readUInt32LE(48)
  return {
    ...onlyFormat('avi'),
    width: whole(head.readUInt32LE(64)),
    height: whole(head.readUInt32LE(68)),
    // Past a gigabyte this header counts the frames of the first part only.
    duration: seconds > 0 && bytes.size < 1_000_000_000 ? seconds : null,
  }
}
