import { kernels } from '../kernels/kernels.ts'

/** Cells in a row, and rows of them; each has 8×8 samples. */
const across = 32
const cellCount = across * across
const samples = 64
/** Grey levels within a cell from which it shows something. */
const shows = 20
/** Grey levels by which a cell may differ from an even gradient over the whole picture. */
const even = 16

/**
 * The share (0–1) of 8×8 cells of the 256×256 grey samples in which anything is drawn: something
 * within the cell, or a shade that an even gradient over the picture does not explain. Entropy,
 * which CleanVision takes, finds flat quote posters empty; here a few words on plain paper are enough.
 */
export function contentShare(grey: Uint8Array): number {
  const kernel = kernels()
  kernel.bytes(kernel.sketchAt(), grey.length).set(grey)
  kernel.cells()
  const ranges = kernel.bytes(kernel.cellRangesAt(), cellCount)
  const means = Float64Array.from(kernel.words(kernel.cellSumsAt(), cellCount))
  for (let at = 0; at < cellCount; at++) means[at] = (means[at] ?? 0) / samples
  const gradient = gradientOf(means)
  let drawn = 0
  for (let at = 0; at < cellCount; at++) {
    const isUneven = Math.abs((means[at] ?? 0) - gradient(at)) >= even
    if ((ranges[at] ?? 0) >= shows || isUneven) drawn++
  }
  return drawn / cellCount
}

/** The plane nearest to the cells' shades (least squares; the grid is even, so the axes part). */
function gradientOf(means: Float64Array): (at: number) => number {
  const middle = (across - 1) / 2
  const spread = (across * across * (across * across - 1)) / 12
  let sum = 0
  let rightwards = 0
  let downwards = 0
  for (let at = 0; at < means.length; at++) {
    const mean = means[at] ?? 0
    sum += mean
    rightwards += mean * ((at % across) - middle)
    downwards += mean * (Math.floor(at / across) - middle)
  }
  return (at) =>
    sum / means.length +
    (rightwards / spread) * ((at % across) - middle) +
    (downwards / spread) * (Math.floor(at / across) - middle)
}
