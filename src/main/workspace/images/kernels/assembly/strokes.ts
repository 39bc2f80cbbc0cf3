/** Steep rises and falls in 64 samples of a row; see `quality/textLines.ts`. */
import { greyAt } from './grey'

const piece: i32 = 64
const stroke: i32 = 14

export function strokesFrom(from: i32): i32 {
  const first = greyAt() + from
  let count = 0
  let direction = 0
  let before = <i32>load<u8>(first)
  for (let at = first + 1; at < first + piece; at++) {
    const here = <i32>load<u8>(at)
    const change = here - before
    before = here
    if (change < stroke && change > -stroke) continue
    const now = change > 0 ? 1 : -1
    if (now != direction) count++
    direction = now
  }
  return count
}
