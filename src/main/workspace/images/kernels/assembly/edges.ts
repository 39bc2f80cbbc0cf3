/** How steep the edges along rows and columns of the grey are; see `quality/edges.ts`. */
import { greyAt } from './grey'

const step: i32 = 16
const leastRise: i32 = 24
const binsPerPixel: i32 = 8
const binCount: i32 = 40 * binsPerPixel

const bins: usize = memory.data(40 * 8 * 4)

/** Edges by their width: 320 numbers of 32 bits, eight for each pixel. */
export function edgeBinsAt(): usize {
  return bins
}

/** Fills the bins and returns how many edges there are. */
export function edgesAlongRows(width: i32, height: i32): i32 {
  memory.fill(bins, 0, binCount << 2)
  let edges = 0
  for (let y = 0; y < height; y += step) edges += along(greyAt() + y * width, 1, width)
  return edges
}

/** Fills the bins and returns how many edges there are. */
export function edgesAlongColumns(width: i32, height: i32): i32 {
  memory.fill(bins, 0, binCount << 2)
  let edges = 0
  for (let x = 0; x < width; x += step) edges += along(greyAt() + x, width, height)
  return edges
}

function along(first: usize, apart: i32, count: i32): i32 {
  let edges = 0
  let before = <i32>load<u8>(first)
  let from = before
  let direction = 0
  let steepest = 0
  const end = first + count * apart
  for (let at = first + apart; at < end; at += apart) {
    const here = <i32>load<u8>(at)
    const change = here - before
    const turned = change > 0 ? 1 : change < 0 ? -1 : 0
    if (turned != direction) {
      const rise = before > from ? before - from : from - before
      if (rise >= leastRise) {
        note(rise, steepest)
        edges++
      }
      from = before
      direction = turned
      steepest = 0
    }
    const size = change < 0 ? -change : change
    if (size > steepest) steepest = size
    before = here
  }
  return edges
}

function note(rise: i32, steepest: i32): void {
  const bin = min(binCount - 1, <i32>Math.floor((<f64>rise / <f64>steepest) * binsPerPixel))
  const at = bins + ((<usize>bin) << 2)
  store<u32>(at, load<u32>(at) + 1)
}
