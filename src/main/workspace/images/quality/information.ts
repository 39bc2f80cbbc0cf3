const side = 256
const cell = 8
const across = side / cell
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
  const cells = Array.from({ length: across * across }, (_, at) =>
    look(grey, Math.floor(at / across) * cell * side + (at % across) * cell),
  )
  const gradient = gradientOf(cells.map(({ mean }) => mean))
  const drawn = cells.filter(
    ({ range, mean }, at) => range >= shows || Math.abs(mean - gradient(at)) >= even,
  )
  return drawn.length / cells.length
}

function look(grey: Uint8Array, from: number): { range: number; mean: number } {
  let lowest = 255
  let highest = 0
  let sum = 0
  for (let row = from; row < from + cell * side; row += side) {
    for (let at = row; at < row + cell; at++) {
      const here = grey[at] ?? 0
      sum += here
      if (here < lowest) lowest = here
      if (here > highest) highest = here
    }
  }
  return { range: highest - lowest, mean: sum / (cell * cell) }
}

/** The plane nearest to the cells' shades (least squares; the grid is even, so the axes part). */
function gradientOf(means: readonly number[]): (at: number) => number {
  const middle = (across - 1) / 2
  const spread = (across * across * (across * across - 1)) / 12
  let sum = 0
  let rightwards = 0
  let downwards = 0
  for (const [at, mean] of means.entries()) {
    sum += mean
    rightwards += mean * ((at % across) - middle)
    downwards += mean * (Math.floor(at / across) - middle)
  }
  return (at) =>
    sum / means.length +
    (rightwards / spread) * ((at % across) - middle) +
    (downwards / spread) * (Math.floor(at / across) - middle)
}
