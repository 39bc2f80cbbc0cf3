/** What the surroundings of a corner look like, in 64 bits. */
import { cosineTransform } from '../cosineTransform.ts'
import { nthSmallest } from '../nthSmallest.ts'
import type { Corner } from './corners.ts'
import type { Plane } from './plane.ts'

/** Samples around a corner, in each direction, that its hash is made of. */
export const reach = 10
export const partHashBytes = 8

const side = 16
const frequencies = 8

const transform = cosineTransform(side, 0, frequencies)
const samples = new Float64Array(side * side)
const byRow = new Float64Array(side * frequencies)
const coefficients = new Float64Array(frequencies * frequencies)

/**
 * The hash of 20×20 samples around a corner, as the fingerprint makes them of a whole picture: bit
 * `k` tells whether the coefficient of the DCT at place `k` is above the median of all but the mean.
 * Brightening and contrast change no bit.
 */
export function writePartHash(plane: Plane, corner: Corner, into: Uint8Array): void {
  sample(plane, corner)
  for (let row = 0; row < side; row++) {
    transform(samples, row * side, 1, byRow, row * frequencies, 1)
  }
  for (let column = 0; column < frequencies; column++) {
    transform(byRow, column, frequencies, coefficients, column, frequencies)
  }
  const median = nthSmallest(coefficients.slice(1), coefficients.length / 2 - 1)
  into.fill(0)
  for (let bit = 1; bit < coefficients.length; bit++) {
    if ((coefficients[bit] ?? 0) > median) into[bit >> 3] = (into[bit >> 3] ?? 0) | (1 << (bit & 7))
  }
}

function sample({ width, values }: Plane, { x, y }: Corner): void {
  const step = (2 * reach) / side
  for (let row = 0; row < side; row++) {
    const down = y - reach + (row + 0.5) * step - 0.5
    const above = Math.floor(down)
    const fy = down - above
    for (let column = 0; column < side; column++) {
      const right = x - reach + (column + 0.5) * step - 0.5
      const left = Math.floor(right)
      const fx = right - left
      const at = above * width + left
      const upper = (values[at] ?? 0) * (1 - fx) + (values[at + 1] ?? 0) * fx
      const lower = (values[at + width] ?? 0) * (1 - fx) + (values[at + width + 1] ?? 0) * fx
      samples[row * side + column] = upper * (1 - fy) + lower * fy
    }
  }
}
