/** What the surroundings of a corner look like, in 64 bits; see `repeats/parts/parts.ts`. */
import { transform } from './cosines'
import { nthSmallest } from './nthSmallest'

/** Samples around a corner, in each direction, that its hash is made of. */
const reach: i32 = 10
const side: i32 = 16
const frequencies: i32 = 8
const coefficientCount: i32 = 8 * 8
const hashBytes: i32 = 8

const patchByColumn: usize = memory.data(16 * 16 * 8)
const byRow: usize = memory.data(16 * 8 * 8)
const coefficients: usize = memory.data(8 * 8 * 8)
const ordered: usize = memory.data(8 * 8 * 8)
const cosines: usize = memory.data(8 * 8 * 8)

/** Where the cosines of 8 frequencies are to be written, 8 for each. */
export function partCosinesAt(): usize {
  return cosines
}

/**
 * The hash of 20×20 samples around a corner: bit `k` tells whether the coefficient of the DCT at place
 * `k` is above the median of all but the mean. Brightening and contrast change no bit.
 */
export function writePartHash(plane: usize, width: i32, x: f64, y: f64, into: usize): void {
  sample(plane, width, x, y)
  const half = side / 2
  for (let row = 0; row < side; row += 2) {
    const from = patchByColumn + ((<usize>row) << 3)
    const to = byRow + ((<usize>(row * frequencies)) << 3)
    transform(from, side << 3, to, 8, frequencies << 3, cosines, half, 0, frequencies)
  }
  for (let column = 0; column < frequencies; column += 2) {
    const at = (<usize>column) << 3
    const to = coefficients + at
    transform(byRow + at, frequencies << 3, to, frequencies << 3, 8, cosines, half, 0, frequencies)
  }
  memory.copy(ordered, coefficients + 8, (coefficientCount - 1) << 3)
  const median = nthSmallest(ordered, coefficientCount - 1, coefficientCount / 2 - 1)
  memory.fill(into, 0, hashBytes)
  for (let bit = 1; bit < coefficientCount; bit++) {
    if (load<f64>(coefficients + ((<usize>bit) << 3)) <= median) continue
    const byte = into + (bit >> 3)
    store<u8>(byte, <u8>((<i32>load<u8>(byte)) | (1 << (bit & 7))))
  }
}

function sample(plane: usize, width: i32, x: f64, y: f64): void {
  const step = <f64>(2 * reach) / <f64>side
  for (let row = 0; row < side; row++) {
    const down = y - <f64>reach + (<f64>row + 0.5) * step - 0.5
    const above = Math.floor(down)
    const fy = down - above
    const line = plane + ((<usize>(<i32>above * width)) << 2)
    for (let column = 0; column < side; column++) {
      const right = x - <f64>reach + (<f64>column + 0.5) * step - 0.5
      const left = Math.floor(right)
      const fx = right - left
      const at = line + ((<usize>(<i32>left)) << 2)
      const under = at + ((<usize>width) << 2)
      const upper = <f64>load<f32>(at) * (1 - fx) + <f64>load<f32>(at, 4) * fx
      const lower = <f64>load<f32>(under) * (1 - fx) + <f64>load<f32>(under, 4) * fx
      const to = patchByColumn + ((<usize>(column * side + row)) << 3)
      store<f64>(to, upper * (1 - fy) + lower * fy)
    }
  }
}
