import type { Metadata } from 'sharp'
import { openSharp } from '../../media/sharp.ts'
import { bytesHeldByScans } from '../repeats/jpegTables.ts'
import { openExif } from './exif.ts'
import { wholeNumber } from './exifValues.ts'
import { mega } from './measurement.ts'
import type { PictureFormat } from './measurement.ts'

/**
 * Of what a decoder holds of one picture at once, its file included: the rest of the 300 MB that a
 * process may grow by is for what is drawn from it. Measured, like the bytes a pixel below:
 * docs/decisions/0002.
 */
const roomForOne = 250 * mega

/** What a picture's decoder has to hold whole. */
export interface Held {
  /** Bytes of memory; 0 where rows come one after another. */
  readonly bytes: number
  /** Those of the picture, or of the pictures within a drawing. */
  readonly pixels: number
  /** Most pixels that a picture saved in this way may have. */
  readonly pixelsAtMost: number
}

/**
 * How much of a picture its decoder must hold at once, told from the header: most formats can be
 * read row by row, and then even a large picture needs little.
 * @param pixels of one frame
 */
export async function heldWhole(
  bytes: Buffer,
  format: PictureFormat,
  header: Metadata,
  pixels: number,
): Promise<Held> {
  const counted = format === 'svg' ? await embeddedPixels(bytes) : pixels
  const held = counted * perPixel(bytes, format, header, pixels)
  const room = Math.max(0, roomForOne - bytes.length)
  const pixelsAtMost = held === 0 ? Infinity : (room / held) * counted
  return { bytes: held, pixels: counted, pixelsAtMost }
}

/** In bytes. */
function perPixel(bytes: Buffer, format: PictureFormat, header: Metadata, pixels: number): number {
  switch (format) {
    case 'jpeg':
      return bytesHeldByScans(bytes)
    case 'png':
      return header.isProgressive ? interlaced(header) : 0
    case 'webp':
      return isLosslessWebp(bytes) ? 4 : header.hasAlpha ? 1 : 0
    case 'gif':
      return 5
    case 'avif':
      // Its planes, one picture made of them, and that again in the colours of the screen.
      return header.depth === 'uchar' ? 19 : 26
    case 'tiff':
      return bytesOf(header) * shareOfTiff(bytes, pixels)
    case 'svg':
      return 12
  }
}

/** A palette is drawn in its colours. Counted twice, for its time: it comes in seven passes. */
function interlaced(header: Metadata): number {
  return (header.isPalette ? 4 : bytesOf(header)) * 2
}

function bytesOf({ channels, depth }: Metadata): number {
  return channels * (depth === 'uchar' ? 1 : depth === 'ushort' ? 2 : 4)
}

/** By its first chunks: one of lossy frames has none of lossless coding. */
function isLosslessWebp(bytes: Buffer): boolean {
  return bytes.subarray(12, 4_096).includes('VP8L')
}

/** Tags of TIFF 6.0. */
const imageWidth = 0x0100
const compression = 0x0103
const rowsPerStrip = 0x0116
const tileWidth = 0x0142
const tileLength = 0x0143
const asJpegs = 7

/**
 * How many times the whole picture is held. A tile is had whole, thrice; a strip row by row, unless
 * it is a JPEG, which may come in scans.
 */
function shareOfTiff(bytes: Buffer, pixels: number): number {
  const block = openExif(bytes)
  const read = (tag: number) => (block === null ? null : wholeNumber(block, block.first, tag))
  const width = read(imageWidth)
  // One for more than 4 GB, whose directory is another.
  if (width === null) return 3
  const across = read(tileWidth)
  if (across !== null) return (3 * across * (read(tileLength) ?? across)) / pixels
  if (read(compression) !== asJpegs) return 0
  return Math.min(1, (width * (read(rowsPerStrip) ?? Infinity)) / pixels) * 3
}

const inData = /data:[\w/+.;=-]*;base64,([\w+/=\s]+)/g

/** Pixels of the pictures within a drawing; those it only points to are never read. */
async function embeddedPixels(bytes: Buffer): Promise<number> {
  const text = bytes
    .toString('utf8')
    .replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hexadecimal?: string, decimal?: string) =>
      characterOf(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16)),
    )
  let sum = 0
  for (const [, data = ''] of text.matchAll(inData))
    sum += await pixelsOf(Buffer.from(data, 'base64'))
  return sum
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** What cannot be read is not drawn either. */
async function pixelsOf(picture: Buffer): Promise<number> {
  try {
    const { width, height } = await openSharp()(picture, { limitInputPixels: false }).metadata()
    return width * height
  } catch {
    return 0
  }
}
