import type { ByteRange } from '../../files/byteRange.ts'

/** More parts than any camera or program writes at the top of a file. */
const partsAtMost = 100_000
const boxFormats = new Set(['mp4', 'm4v', 'mov', '3gp'])

/**
 * False when the file says of itself that it is longer than it is: a copy or a download that broke
 * off. Formats that do not say how long they are count as whole.
 */
export async function isWhole(format: string, bytes: ByteRange): Promise<boolean> {
  if (boxFormats.has(format)) return boxesFit(bytes)
  if (format === 'avi') {
    const head = Buffer.from(await bytes.read(0, 8))
    return head.length === 8 && head.readUInt32LE(4) + 8 <= bytes.size + 1
  }
  if (format === 'webm' || format === 'mkv') return segmentFits(bytes)
  return true
}

async function boxesFit(bytes: ByteRange): Promise<boolean> {
  let at = 0
  for (let parts = 0; at < bytes.size; parts++) {
    const head = Buffer.from(await bytes.read(at, at + 16))
    if (parts >= partsAtMost || head.length < 8) return false
    const size = head.readUInt32BE(0)
    // To the end of the file.
    if (size === 0) return true
    if (size === 1 && head.length < 16) return false
    const length = size === 1 ? Number(head.readBigUInt64BE(8)) : size
    if (length < 8) return false
    at += length
  }
  return at === bytes.size
}

/** EBML: an element's name, its length as a number of 1–8 bytes, its content. */
async function segmentFits(bytes: ByteRange): Promise<boolean> {
  const head = Buffer.from(await bytes.read(0, 1_024))
  const header = lengthAt(head, 4)
  if (header === null || header.length === null) return false
  const at = header.end + header.length
  const segment = Buffer.from(await bytes.read(at, at + 16))
  if (segment.length < 5 || segment.readUInt32BE(0) !== 0x18538067) return false
  const content = lengthAt(segment, 4)
  if (content === null) return false
  return content.length === null || at + content.end + content.length <= bytes.size
}

/** `length` null: not known when it was written, as of a live recording. */
function lengthAt(bytes: Buffer, at: number): { length: number | null; end: number } | null {
  const first = bytes[at]
  if (first === undefined || first === 0) return null
  const size = Math.clz32(first) - 23
  if (at + size > bytes.length) return null
  let value = first & (0xff >> size)
  let allOnes = value === 0xff >> size
  for (const byte of bytes.subarray(at + 1, at + size)) {
    value = value * 256 + byte
    allOnes = allOnes && byte === 0xff
  }
  return { length: allOnes ? null : value, end: at + size }
}
