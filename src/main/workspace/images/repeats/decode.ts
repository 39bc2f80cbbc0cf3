/**
 * From a file's bytes to what the engine compares. sharp comes in as an argument: natively in Node,
 * as WebAssembly in Electron on Linux. Every function throws sharp's own error for bytes that are no
 * complete picture or hold more pixels than allowed.
 */
import type sharp from 'sharp'
import type { Sharp } from 'sharp'
import { greySide, matte, sketchFrom } from './sketch.ts'
import type { Sketch } from './sketch.ts'

export type OpenSharp = typeof sharp

/** Decoded sRGB pixels, row by row, three bytes each, upright and without transparency. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
  channels: 3
}

export interface Extent {
  width: number
  height: number
}

/** Above this a file is refused before it is decoded, whatever its bytes claim. */
const largestDecoded = 100_000_000

function opened(open: OpenSharp, bytes: Uint8Array): Sharp {
  const limits = { failOn: 'error', limitInputPixels: largestDecoded } as const
  return open(bytes, limits).autoOrient().toColourspace('srgb')
}

function squeezed(picture: Sharp, { width, height }: Extent): Sharp {
  return picture.resize(width, height, { fit: 'fill', kernel: 'cubic' })
}

/** The sketch of a picture of any shape; `extent` is its size after EXIF rotation. */
export async function sketchOf(
  open: OpenSharp,
  bytes: Uint8Array,
  extent: Extent,
): Promise<Sketch> {
  const square = squeezed(opened(open, bytes), { width: greySide, height: greySide })
  return sketchFrom(await square.raw().toBuffer(), extent)
}

/** All pixels of a picture; with `extent`, resampled to just that size. */
export async function pixelsFor(
  open: OpenSharp,
  bytes: Uint8Array,
  extent?: Extent,
): Promise<Pixels> {
  const flat = opened(open, bytes).flatten({ background: { r: matte, g: matte, b: matte } })
  const sized = extent === undefined ? flat : squeezed(flat, extent)
  const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`expected three channels, decoded ${info.channels}`)
  return { data, width: info.width, height: info.height, channels: 3 }
}
