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

export function planesOf(pixels: Pixels, from: number, to: number, tone: ToneTable): Planes {
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
    const r = tone[data[byte] ?? 0] ?? 0
    const g = tone[data[byte + 1] ?? 0] ?? 0
    const b = tone[data[byte + 2] ?? 0] ?? 0
    const grey = 0.299 * r + 0.587 * g + 0.114 * b
    planes.grey[at] = grey
    planes.blue[at] = (b - grey) / 1.772
    planes.red[at] = (r - grey) / 1.402
  }
  return planes
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

/**
 * The grey that is left when colour is kept at half resolution (JPEG and WebP 4:2:0) and the result
 * is clipped to 0–255: strong colours change their grey at edges, though nothing was edited.
 */
export function subsampledGrey(
  planes: Planes,
  blue: Float32Array,
  red: Float32Array,
): Float32Array {
  const { width, rows, grey } = planes
  const across = Math.ceil(width / 2)
  const down = Math.ceil(rows / 2)
  const result = new Float32Array(grey.length)
  for (let y = 0; y < rows; y++) {
    const near = (y >> 1) * across
    const far = Math.max(0, Math.min(down - 1, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * across
    for (let x = 0; x < width; x++) {
      const close = x >> 1
      const away = Math.max(0, Math.min(across - 1, close + (x % 2 === 0 ? -1 : 1)))
      const b =
        ((blue[near + close] ?? 0) * 9 +
          ((blue[near + away] ?? 0) + (blue[far + close] ?? 0)) * 3 +
          (blue[far + away] ?? 0)) /
        16
      const r =
        ((red[near + close] ?? 0) * 9 +
          ((red[near + away] ?? 0) + (red[far + close] ?? 0)) * 3 +
          (red[far + away] ?? 0)) /
        16
      const value = grey[y * width + x] ?? 0
      result[y * width + x] =
        0.299 * byte(value + 1.402 * r) +
        0.587 * byte(value - 0.344136 * b - 0.714136 * r) +
        0.114 * byte(value + 1.772 * b)
    }
  }
  return result
}

/** Binomial 3×3 blur; the edges repeat. */
export function blurred(plane: Float32Array, width: number): Float32Array {
  const rows = plane.length / width
  const across = new Float32Array(plane.length)
  for (let row = 0; row < plane.length; row += width) {
    for (let x = 0; x < width; x++) {
      const left = plane[row + Math.max(0, x - 1)] ?? 0
      const right = plane[row + Math.min(width - 1, x + 1)] ?? 0
      across[row + x] = (left + 2 * (plane[row + x] ?? 0) + right) / 4
    }
  }
  const result = new Float32Array(plane.length)
  for (let y = 0; y < rows; y++) {
    const above = Math.max(0, y - 1) * width
    const below = Math.min(rows - 1, y + 1) * width
    for (let x = 0; x < width; x++) {
      const here = across[y * width + x] ?? 0
      result[y * width + x] = ((across[above + x] ?? 0) + 2 * here + (across[below + x] ?? 0)) / 4
    }
  }
  return result
}
