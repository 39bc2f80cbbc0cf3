/** Arithmetic on planes of samples: what the residual between two pictures is made of. */
import type { Pixels } from './decode.ts'

/** What each byte of the kept picture becomes before comparing: its brightening. */
export type ToneTable = Float32Array

/** Grey and the two colour differences (ITU-R BT.601, 0 is no colour) of some rows. */
export interface Planes {
  width: number
  rows: number
  grey: Float32Array
  blue: Float32Array
  red: Float32Array
}

/** Rows `from`–`to` of a picture, brightened by the table if there is one. */
export function planesOf(pixels: Pixels, from: number, to: number, tone: ToneTable | null): Planes {
  const { data, width } = pixels
  const count = (to - from) * width
  const planes: Planes = {
    width,
    rows: to - from,
    grey: new Float32Array(count),
    blue: new Float32Array(count),
    red: new Float32Array(count),
  }
  for (let at = 0, byte = from * width * 3; at < count; at++, byte += 3) {
    let r = data[byte] ?? 0
    let g = data[byte + 1] ?? 0
    let b = data[byte + 2] ?? 0
    if (tone !== null) {
      r = tone[r] ?? 0
      g = tone[g] ?? 0
      b = tone[b] ?? 0
    }
    const grey = 0.299 * r + 0.587 * g + 0.114 * b
    planes.grey[at] = grey
    planes.blue[at] = (b - grey) / 1.772
    planes.red[at] = (r - grey) / 1.402
  }
  return planes
}

/** Colour differences beyond which keeping them at half resolution can be seen in the grey. */
const strongColour = 16

/** Whether there is colour that subsampling would do something to. */
export function hasColour({ blue, red }: Planes): boolean {
  for (let at = 0; at < blue.length; at++) {
    const b = blue[at] ?? 0
    const r = red[at] ?? 0
    if (b > strongColour || b < -strongColour || r > strongColour || r < -strongColour) return true
  }
  return false
}

/** Means of 2×2; an odd last row or column is repeated. */
export function halved(plane: Float32Array, width: number, rows: number): Float32Array {
  const across = Math.ceil(width / 2)
  const down = Math.ceil(rows / 2)
  const half = new Float32Array(across * down)
  for (let y = 0; y < down; y++) {
    const upper = 2 * y * width
    const lower = Math.min(2 * y + 1, rows - 1) * width
    for (let x = 0; x < across; x++) {
      const left = 2 * x
      const right = Math.min(left + 1, width - 1)
      half[y * across + x] =
        ((plane[upper + left] ?? 0) +
          (plane[upper + right] ?? 0) +
          (plane[lower + left] ?? 0) +
          (plane[lower + right] ?? 0)) /
        4
    }
  }
  return half
}

function byte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value
}

/** Colour at full size from half size, nearer samples counting three times: libjpeg's way. */
function doubled(half: Float32Array, width: number, rows: number): Float32Array {
  const across = Math.ceil(width / 2)
  const down = Math.ceil(rows / 2)
  const full = new Float32Array(width * rows)
  for (let y = 0; y < rows; y++) {
    const near = (y >> 1) * across
    const far = Math.max(0, Math.min(down - 1, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * across
    for (let x = 0; x < width; x++) {
      const close = x >> 1
      const away = Math.max(0, Math.min(across - 1, close + (x % 2 === 0 ? -1 : 1)))
      full[y * width + x] =
        ((half[near + close] ?? 0) * 9 +
          ((half[near + away] ?? 0) + (half[far + close] ?? 0)) * 3 +
          (half[far + away] ?? 0)) /
        16
    }
  }
  return full
}

/**
 * What is left when colour is kept at half resolution (JPEG and WebP 4:2:0) and the result is clipped
 * to 0–255: strong colours then change at edges, though nothing was edited.
 */
export function subsampled({ width, rows, grey, blue, red }: Planes): Planes {
  const blueness = doubled(halved(blue, width, rows), width, rows)
  const redness = doubled(halved(red, width, rows), width, rows)
  const clipped = { width, rows, grey: new Float32Array(grey.length), blue: blueness, red: redness }
  for (let at = 0; at < grey.length; at++) {
    const value = grey[at] ?? 0
    const r = byte(value + 1.402 * (redness[at] ?? 0))
    const b = byte(value + 1.772 * (blueness[at] ?? 0))
    const g = byte(value - 0.344136 * (blueness[at] ?? 0) - 0.714136 * (redness[at] ?? 0))
    const after = 0.299 * r + 0.587 * g + 0.114 * b
    clipped.grey[at] = after
    blueness[at] = (b - after) / 1.772
    redness[at] = (r - after) / 1.402
  }
  return clipped
}

/** Binomial 3×3 blur; the edges repeat. */
export function blurred(plane: Float32Array, width: number): Float32Array {
  const across = new Float32Array(plane.length)
  for (let row = 0; row < plane.length; row += width) {
    let left = plane[row] ?? 0
    let here = left
    const last = row + width - 1
    for (let at = row; at < last; at++) {
      const right = plane[at + 1] ?? 0
      across[at] = (left + 2 * here + right) / 4
      left = here
      here = right
    }
    across[last] = (left + 3 * here) / 4
  }
  const result = new Float32Array(plane.length)
  const lastRow = plane.length - width
  for (let row = 0; row <= lastRow; row += width) {
    const above = Math.max(0, row - width)
    const below = Math.min(lastRow, row + width)
    for (let x = 0; x < width; x++) {
      const here = across[row + x] ?? 0
      result[row + x] = ((across[above + x] ?? 0) + 2 * here + (across[below + x] ?? 0)) / 4
    }
  }
  return result
}
