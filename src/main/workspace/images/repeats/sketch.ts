/**
 * A sketch is what the first two stages see of a picture: 256×256 grey samples and 32×32 samples
 * of each colour difference, whatever the picture's shape. It is made once and kept.
 */

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

export function greyOf(sketch: Sketch): Uint8Array {
  return sketch.samples.subarray(0, greyLength)
}

/** Blue difference, then red difference: 32×32 each. */
export function chromaOf(sketch: Sketch): Uint8Array {
  return sketch.samples.subarray(greyLength, sketchLength)
}

/** What transparent pictures are drawn on, so that neither a white nor a black drawing vanishes. */
export const matte = 0x80

/** ITU-R BT.601, as in JPEG. */
function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

/**
 * @param samples 256×256 sRGB samples, the picture area-averaged and squeezed to a square: three
 *   bytes each, or four with opacity last
 * @param extent of the whole picture after EXIF rotation
 */
export function sketchFrom(samples: Uint8Array, extent: { width: number; height: number }): Sketch {
  const channels = samples.length / greyLength
  if (channels !== 3 && channels !== 4)
    throw new RangeError('a sketch is made from 256×256 samples')
  const sketch = new Uint8Array(sketchLength)
  const cell = greySide / chromaSide
  const blueness = new Float64Array(chromaLength)
  const redness = new Float64Array(chromaLength)
  let opaque = true
  for (let at = 0; at < greyLength; at++) {
    const from = at * channels
    const opacity = channels === 4 ? (samples[from + 3] ?? 255) / 255 : 1
    if (opacity < 1) opaque = false
    const over = (offset: number) => (samples[from + offset] ?? 0) * opacity + matte * (1 - opacity)
    const red = over(0)
    const blue = over(2)
    const grey = luma(red, over(1), blue)
    sketch[at] = Math.round(grey)
    const row = Math.floor(Math.floor(at / greySide) / cell)
    const chromaAt = row * chromaSide + Math.floor((at % greySide) / cell)
    blueness[chromaAt] = (blueness[chromaAt] ?? 0) + (blue - grey) / 1.772
    redness[chromaAt] = (redness[chromaAt] ?? 0) + (red - grey) / 1.402
  }
  for (let at = 0; at < chromaLength; at++) {
    sketch[greyLength + at] = clampByte(128 + (blueness[at] ?? 0) / (cell * cell))
    sketch[greyLength + chromaLength + at] = clampByte(128 + (redness[at] ?? 0) / (cell * cell))
  }
  return { width: extent.width, height: extent.height, opaque, samples: sketch }
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}
