/**
 * A sketch is what the first two stages see of a picture: 256×256 grey samples and 32×32 samples
 * of each colour difference, whatever the picture's shape. It is made once and kept.
 */

import { kernels } from '../kernels/kernels.ts'
import { layDetail } from '../quality/detail.ts'
import type { Detail } from '../quality/detail.ts'

/** Grows whenever sketches or fingerprints are made differently: rows of another version are remade. */
export const sketchVersion = 1

export const greySide = 256
export const chromaSide = 32
const greyLength = greySide * greySide
const chromaLength = chromaSide * chromaSide
export const sketchLength = greyLength + 2 * chromaLength

export interface Sketch {
  /** Of the whole picture in pixels, after EXIF rotation. */
  width: number
  height: number
  /** False when anything in the picture is transparent: it was then drawn on mid-grey. */
  opaque: boolean
  /** Grey row by row, then blue difference, then red difference (128 is no colour). */
  samples: Uint8Array
}

export function greyOf(sketch: Pick<Sketch, 'samples'>): Uint8Array {
  return sketch.samples.subarray(0, greyLength)
}

/** Blue difference, then red difference: 32×32 each. */
export function chromaOf(sketch: Sketch): Uint8Array {
  return sketch.samples.subarray(greyLength, sketchLength)
}

/** What transparent pictures are drawn on, so that neither a white nor a black drawing vanishes. */
export const matte = 0x80

/**
 * @param samples 256×256 sRGB samples, the picture area-averaged and squeezed to a square: three
 *   bytes each, or four with opacity last
 * @param extent of the whole picture after EXIF rotation
 */
export function sketchFrom(samples: Uint8Array, extent: { width: number; height: number }): Sketch {
  const channels = samples.length / greyLength
  if (channels !== 3 && channels !== 4)
    throw new RangeError('a sketch is made from 256×256 samples')
  const kernel = kernels()
  kernel.bytes(kernel.squareAt(), samples.length).set(samples)
  return drawn(channels, extent)
}

function drawn(channels: 3 | 4, { width, height }: { width: number; height: number }): Sketch {
  const kernel = kernels()
  const opaque = kernel.sketch(channels) === 1
  return { width, height, opaque, samples: kernel.bytes(kernel.sketchAt(), sketchLength).slice() }
}

/** The longest side that the kernels squeeze as libvips does, to the last bit. */
const longestSqueezed = 6 * greySide - 1

/** Whether `sketchOfDetail` can be asked: it knows no transparency, and enlarges nothing. */
export function isSqueezable({ width, height, channels }: Omit<Detail, 'data'>): boolean {
  const fits = (side: number) => side >= greySide && side <= longestSqueezed
  return channels === 3 && fits(width) && fits(height)
}

/**
 * The same as `sketchFrom` of the detail squeezed by libvips, without handing it over: that takes
 * longer than the work itself.
 */
export function sketchOfDetail(detail: Detail, extent: { width: number; height: number }): Sketch {
  layDetail(detail)
  kernels().square(detail.width, detail.height)
  return drawn(3, extent)
}
