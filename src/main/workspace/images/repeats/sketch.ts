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

export function greyOf(sketch: Pick<Sketch, 'samples'>): Uint8Array {
  return sketch.samples.subarray(0, greyLength)
}

/** Blue difference, then red difference: 32×32 each. */
export function chromaOf(sketch: Sketch): Uint8Array {
  return sketch.samples.subarray(greyLength, sketchLength)
}

/** What transparent pictures are drawn on, so that neither a white nor a black drawing vanishes. */
export const matte = 0x80

/** ITU-R BT.601, as in JPEG. */
const [redShare, greenShare, blueShare] = [0.299, 0.587, 0.114] as const

/**
 * @param samples 256×256 sRGB samples, the picture area-averaged and squeezed to a square: three
 *   bytes each, or four with opacity last
 * @param extent of the whole picture after EXIF rotation
 */
export function sketchFrom(samples: Uint8Array, extent: { width: number; height: number }): Sketch {
  const channels = samples.length / greyLength
  if (channels !== 3 && channels !== 4)
    throw new RangeError('a sketch is made from 256×256 samples')
  const opaque = channels === 3 || isOpaque(samples)
  const solid = opaque ? samples : onMatte(samples)
  const step = opaque ? channels : 3
  const sketch = new Uint8Array(sketchLength)
  // Of each cell of colour: how much bluer and redder than grey its samples are together.
  const bluer = new Float64Array(chromaLength)
  const redder = new Float64Array(chromaLength)
  for (let at = 0, from = 0; at < greyLength; at++, from += step) {
    const red = solid[from] ?? 0
    const blue = solid[from + 2] ?? 0
    const grey = redShare * red + greenShare * (solid[from + 1] ?? 0) + blueShare * blue
    sketch[at] = grey + 0.5
    const chromaAt = (at >> rowShift) * chromaSide + ((at >> cellShift) & (chromaSide - 1))
    bluer[chromaAt] = (bluer[chromaAt] ?? 0) + (blue - grey)
    redder[chromaAt] = (redder[chromaAt] ?? 0) + (red - grey)
  }
  for (let at = 0; at < chromaLength; at++) {
    sketch[greyLength + at] = clampByte(128 + (bluer[at] ?? 0) / (1.772 * samplesPerCell))
    sketch[greyLength + chromaLength + at] = clampByte(
      128 + (redder[at] ?? 0) / (1.402 * samplesPerCell),
    )
  }
  return { width: extent.width, height: extent.height, opaque, samples: sketch }
}

const samplesPerCell = (greySide / chromaSide) ** 2
/** Of a sample's place: its column of cells, and (with the row) its row of cells. */
const cellShift = Math.log2(greySide / chromaSide)
const rowShift = Math.log2(greySide) + cellShift

function isOpaque(samples: Uint8Array): boolean {
  for (let at = 3; at < samples.length; at += 4) if (samples[at] !== 255) return false
  return true
}

/** Four bytes a sample to three, drawn on the matte; not rounded. */
function onMatte(samples: Uint8Array): Float32Array {
  const drawn = new Float32Array(greyLength * 3)
  for (let at = 0; at < greyLength; at++) {
    const opacity = (samples[at * 4 + 3] ?? 0) / 255
    for (let channel = 0; channel < 3; channel++) {
      drawn[at * 3 + channel] = (samples[at * 4 + channel] ?? 0) * opacity + matte * (1 - opacity)
    }
  }
  return drawn
}

function clampByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}
