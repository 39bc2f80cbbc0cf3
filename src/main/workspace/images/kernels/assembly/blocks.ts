/** Steps between two plains, by their place in blocks of eight; see `quality/compression.ts`. */
import { greyAt } from './grey'

const side: i32 = 8
const rowStep: i32 = 9
const leastStep: i32 = 5
const mostStep: i32 = 24
const plain: i32 = 2

const steps: usize = memory.data(8 * 4)

/** Eight numbers of 32 bits. */
export function blockStepsAt(): usize {
  return steps
}

/** Returns how many rows were looked at. */
export function blockSteps(width: i32, height: i32): i32 {
  memory.fill(steps, 0, side << 2)
  let rows = 0
  for (let y = 1; y < height - 1; y += rowStep) {
    rows++
    const row = greyAt() + y * width
    for (let x = 2; x < width - 1; x++) {
      const left = <i32>load<u8>(row + x - 1)
      const here = <i32>load<u8>(row + x)
      const size = abs(here - left)
      if (size < leastStep || size > mostStep) continue
      if (abs(left - <i32>load<u8>(row + x - 2)) > plain) continue
      if (abs(<i32>load<u8>(row + x + 1) - here) > plain) continue
      const at = steps + ((<usize>(x % side)) << 2)
      store<u32>(at, load<u32>(at) + 1)
    }
  }
  return rows
}
