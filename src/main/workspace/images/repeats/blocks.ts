/** A picture's residual and contrast, gathered block by block while strips of rows pass by. */

/** Pixels a side of a block; colour is looked at in blocks twice as large. */
export const blockSide = 8

export interface Blocks {
  columns: number
  rows: number
  /** Largest difference in the block, in grey levels, after a 3×3 blur. */
  difference: Float32Array
  /** Range of grey (or colour) in the block and 4 pixels around it, after the same blur. */
  contrast: Float32Array
  /** Share of the quarter blocks within 32 pixels of the block that show next to nothing. */
  flatness: Float32Array
}

/** Rows of a picture at hand: only those from `from` up to `to` count, the others feed the blur. */
export interface Strip {
  width: number
  /** Row of the picture that is the strip's first. */
  top: number
  from: number
  to: number
}

/**
 * Contrast is gathered by quarters of a block: what re-encoding does stays within its own block, so
 * that faint text near black text must not be excused by the black.
 */
const quarterSide = blockSide / 2

export interface Gathered {
  columns: number
  rows: number
  difference: Float32Array
  /** Least and greatest value, by quarter block, of each plane whose contrast counts. */
  least: Float32Array[]
  greatest: Float32Array[]
}

export function gather(width: number, height: number, planes: number): Gathered {
  const columns = Math.ceil(width / blockSide)
  const rows = Math.ceil(height / blockSide)
  const filled = (value: number) => new Float32Array(columns * rows * 4).fill(value)
  return {
    columns,
    rows,
    difference: new Float32Array(columns * rows),
    least: Array.from({ length: planes }, () => filled(Infinity)),
    greatest: Array.from({ length: planes }, () => filled(-Infinity)),
  }
}

/**
 * Takes rows `from`–`to` of a strip, the first of which is row `top` of the picture; they begin with a
 * row of blocks. Differences known of these blocks are replaced.
 */
export function collect(
  into: Gathered,
  strip: Strip,
  difference: Float32Array,
  planes: readonly Float32Array[],
): void {
  const { width, top, from, to } = strip
  const firstBlock = Math.floor((top + from) / blockSide) * into.columns
  into.difference.fill(0, firstBlock, Math.ceil((top + to) / blockSide) * into.columns)
  for (let y = from; y < to; y++) {
    const blockRow = Math.floor((top + y) / blockSide) * into.columns
    for (let x = 0; x < width; x++) {
      const block = blockRow + (x >> 3)
      const at = y * width + x
      const off = difference[at] ?? 0
      if (off > (into.difference[block] ?? 0)) into.difference[block] = off
    }
  }
  planes.forEach((plane, index) => {
    const least = into.least[index] ?? new Float32Array()
    const greatest = into.greatest[index] ?? new Float32Array()
    for (let y = from; y < to; y++) {
      const quarterRow = Math.floor((top + y) / quarterSide) * into.columns * 2
      for (let x = 0; x < width; x++) {
        const quarter = quarterRow + (x >> 2)
        const value = plane[y * width + x] ?? 0
        if (value < (least[quarter] ?? 0)) least[quarter] = value
        if (value > (greatest[quarter] ?? 0)) greatest[quarter] = value
      }
    }
  })
}

/** The largest range of any plane over each block and the quarter blocks around it. */
function contrastOf({ columns, rows, least, greatest }: Gathered): Float32Array {
  const contrast = new Float32Array(columns * rows)
  const [across, down] = [columns * 2, rows * 2]
  least.forEach((low, index) => {
    const high = greatest[index] ?? low
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let min = Infinity
        let max = -Infinity
        for (let y = Math.max(0, 2 * row - 1); y <= Math.min(down - 1, 2 * row + 2); y++) {
          for (
            let x = Math.max(0, 2 * column - 1);
            x <= Math.min(across - 1, 2 * column + 2);
            x++
          ) {
            min = Math.min(min, low[y * across + x] ?? min)
            max = Math.max(max, high[y * across + x] ?? max)
          }
        }
        const at = row * columns + column
        contrast[at] = Math.max(contrast[at] ?? 0, max - min)
      }
    }
  })
  return contrast
}

/** Range of a quarter block of plain paper, also after re-encoding; photographs have few of them. */
const flatBelow = 2
/** Quarter blocks around a block that count as its surroundings. */
const surroundings = 8

/** How many flat quarter blocks lie above and left of each: one row and column more. */
function flatSums({ columns, rows, least, greatest }: Gathered): Int32Array {
  const [across, down] = [columns * 2, rows * 2]
  const sums = new Int32Array((across + 1) * (down + 1))
  for (let y = 0; y < down; y++) {
    let row = 0
    for (let x = 0; x < across; x++) {
      const at = y * across + x
      const isFlat = least.every((low, plane) => {
        return (greatest[plane]?.[at] ?? 0) - (low[at] ?? 0) < flatBelow
      })
      if (isFlat) row++
      const above = sums[y * (across + 1) + x + 1] ?? 0
      sums[(y + 1) * (across + 1) + x + 1] = above + row
    }
  }
  return sums
}

function flatnessOf(gathered: Gathered): Float32Array {
  const { columns, rows } = gathered
  const stride = columns * 2 + 1
  const sums = flatSums(gathered)
  const flatness = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const top = Math.max(0, 2 * row - surroundings) * stride
    const bottom = Math.min(rows * 2, 2 * row + 2 + surroundings) * stride
    for (let column = 0; column < columns; column++) {
      const left = Math.max(0, 2 * column - surroundings)
      const right = Math.min(columns * 2, 2 * column + 2 + surroundings)
      const flat =
        (sums[bottom + right] ?? 0) -
        (sums[top + right] ?? 0) -
        (sums[bottom + left] ?? 0) +
        (sums[top + left] ?? 0)
      flatness[row * columns + column] = flat / ((right - left) * ((bottom - top) / stride))
    }
  }
  return flatness
}

export function blocksOf(gathered: Gathered): Blocks {
  const { columns, rows, difference } = gathered
  const contrast = contrastOf(gathered)
  return { columns, rows, difference, contrast, flatness: flatnessOf(gathered) }
}
