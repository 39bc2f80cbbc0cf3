/** What is in each 8×8 cell of the sketch's grey; see `quality/information.ts`. */
import { sketchAt } from './sketch'

const side: i32 = 256
const cell: i32 = 8
const across: i32 = side / cell

const ranges: usize = memory.data(32 * 32)
const sums: usize = memory.data(32 * 32 * 4)

/** The highest less the lowest sample of each cell: 1 024 bytes. */
export function cellRangesAt(): usize {
  return ranges
}

/** The sum of each cell's samples: 1 024 numbers of 32 bits. */
export function cellSumsAt(): usize {
  return sums
}

export function cells(): void {
  for (let at = 0; at < across * across; at++) {
    const first = sketchAt() + (at / across) * cell * side + (at % across) * cell
    let lowest: i32 = 255
    let highest: i32 = 0
    let sum: i32 = 0
    for (let row = first; row < first + cell * side; row += side) {
      for (let sample = row; sample < row + cell; sample++) {
        const here = <i32>load<u8>(sample)
        sum += here
        lowest = min(lowest, here)
        highest = max(highest, here)
      }
    }
    store<u8>(ranges + at, <u8>(highest - lowest))
    store<u32>(sums + ((<usize>at) << 2), sum)
  }
}
