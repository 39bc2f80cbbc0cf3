import type { Directory, ExifBlock } from './exif.ts'

/** Longest text that is read. */
const longest = 400

/** The bytes of a text entry (ASCII, or bytes as Windows writes them); null where there is none. */
export function textBytes(
  { view }: ExifBlock,
  directory: Directory | null,
  tag: number,
): Uint8Array | null {
  const entry = directory?.get(tag)
  if (entry === undefined || ![1, 2, 7].includes(entry.type)) return null
  const length = Math.min(entry.count, longest)
  if (entry.at + length > view.byteLength) return null
  return new Uint8Array(view.buffer, view.byteOffset + entry.at, length)
}

/** The first number (of 16 or 32 bits) of an entry; null where there is none. */
export function wholeNumber(
  { view, littleEndian }: ExifBlock,
  directory: Directory | null,
  tag: number,
): number | null {
  const entry = directory?.get(tag)
  if (entry === undefined || entry.count === 0 || entry.at + 4 > view.byteLength) return null
  if (entry.type === 3) return view.getUint16(entry.at, littleEndian)
  return entry.type === 4 ? view.getUint32(entry.at, littleEndian) : null
}

/** Degrees north or east from three fractions and a letter; null where they make no sense. */
export function degrees(
  block: ExifBlock,
  tag: number,
  letterTag: number,
  negative: string,
): number | null {
  const { view, littleEndian, gps } = block
  const entry = gps?.get(tag)
  if (entry === undefined || entry.type !== 5 || entry.count !== 3) return null
  if (entry.at + 24 > view.byteLength) return null
  const part = (place: number): number => {
    const at = entry.at + place * 8
    return view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian)
  }
  const value = part(0) + part(1) / 60 + part(2) / 3600
  if (!Number.isFinite(value)) return null
  const letter = textBytes(block, gps, letterTag)?.[0]
  return letter === negative.charCodeAt(0) ? -value : value
}
