/**
 * What differs between two pictures of one size, block by block, next to how much a re-encoding
 * could have done there. Works through strips of rows, so that memory stays small.
 */
import type { Pixels } from './decode.ts'
import { blurred, halved, planesOf, subsampledGrey } from './planes.ts'
import type { Planes, ToneTable } from './planes.ts'

/** Pixels a side of a block; colour is looked at in blocks twice as large. */
export const blockSide = 8

export interface Blocks {
  columns: number
  rows: number
  /** Largest difference in the block, in grey levels, after a 3×3 blur. */
  difference: Float32Array
  /** Range of grey (or colour) in the block and its eight neighbours, after the same blur. */
  contrast: Float32Array
}

export interface Residual {
  grey: Blocks
  /** Over 16×16 pixels; the larger of the two colour differences. */
  colour: Blocks
  /** Largest mean difference of a 32×32 cell, in grey levels: faint but wide changes. */
  wideGrey: number
  wideColour: number
}

const stripRows = 128
const haloRows = 8
const wideSide = 32

interface Gathered {
  columns: number
  rows: number
  difference: Float32Array
  /** Least and greatest value of each plane whose contrast counts. */
  least: Float32Array[]
  greatest: Float32Array[]
}

function gather(width: number, height: number, planes: number): Gathered {
  const columns = Math.ceil(width / blockSide)
  const rows = Math.ceil(height / blockSide)
  const filled = (value: number) => new Float32Array(columns * rows).fill(value)
  return {
    columns,
    rows,
    difference: filled(0),
    least: Array.from({ length: planes }, () => filled(Infinity)),
    greatest: Array.from({ length: planes }, () => filled(-Infinity)),
  }
}

/** Takes rows `from`–`to` of a strip, the first of which is row `top` of the picture. */
function collect(
  into: Gathered,
  strip: Strip,
  difference: Float32Array,
  planes: readonly Float32Array[],
): void {
  const { width, top, from, to } = strip
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
      const blockRow = Math.floor((top + y) / blockSide) * into.columns
      for (let x = 0; x < width; x++) {
        const block = blockRow + (x >> 3)
        const value = plane[y * width + x] ?? 0
        if (value < (least[block] ?? 0)) least[block] = value
        if (value > (greatest[block] ?? 0)) greatest[block] = value
      }
    }
  })
}

/** The largest range of any plane over each block and its neighbours. */
function contrastOf({ columns, rows, least, greatest }: Gathered): Float32Array {
  const contrast = new Float32Array(columns * rows)
  least.forEach((low, index) => {
    const high = greatest[index] ?? low
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let min = Infinity
        let max = -Infinity
        for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
          for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
            min = Math.min(min, low[y * columns + x] ?? min)
            max = Math.max(max, high[y * columns + x] ?? max)
          }
        }
        const at = row * columns + column
        contrast[at] = Math.max(contrast[at] ?? 0, max - min)
      }
    }
  })
  return contrast
}

function blocksOf(gathered: Gathered): Blocks {
  const { columns, rows, difference } = gathered
  return { columns, rows, difference, contrast: contrastOf(gathered) }
}

/** The largest mean of `kept − questioned` over whole cells of 32×32 pixels. */
function widest(kept: Float32Array, questioned: Float32Array, strip: Strip): number {
  const { width, from, to } = strip
  let worst = 0
  for (let top = from; top + wideSide <= to; top += wideSide) {
    for (let left = 0; left + wideSide <= width; left += wideSide) {
      let sum = 0
      for (let y = top; y < top + wideSide; y++) {
        for (let x = left; x < left + wideSide; x++) {
          sum += (kept[y * width + x] ?? 0) - (questioned[y * width + x] ?? 0)
        }
      }
      worst = Math.max(worst, Math.abs(sum) / (wideSide * wideSide))
    }
  }
  return worst
}

interface Strip {
  width: number
  /** Row of the picture that is the strip's first. */
  top: number
  /** Rows of the strip that count; the others only feed the blur. */
  from: number
  to: number
}

/** The least difference over the ways in which colour may have been subsampled on either side. */
function greyDifference(kept: Planes, questioned: Planes, colours: HalfColours[]): GreyStrip {
  const [keptColours, questionedColours] = colours
  const width = kept.width
  const one = blurred(kept.grey, width)
  const other = blurred(questioned.grey, width)
  const difference = new Float32Array(one.length)
  for (let at = 0; at < one.length; at++) {
    difference[at] = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  }
  const lessen = (from: Float32Array, to: Float32Array) => {
    for (let at = 0; at < from.length; at++) {
      const off = Math.abs((from[at] ?? 0) - (to[at] ?? 0))
      if (off < (difference[at] ?? 0)) difference[at] = off
    }
  }
  if (keptColours !== undefined) {
    lessen(blurred(subsampledGrey(kept, keptColours.blue, keptColours.red), width), other)
  }
  if (questionedColours !== undefined) {
    const { blue, red } = questionedColours
    lessen(one, blurred(subsampledGrey(questioned, blue, red), width))
  }
  return { difference, planes: [one, other] }
}

interface GreyStrip {
  difference: Float32Array
  planes: Float32Array[]
}

interface HalfColours {
  blue: Float32Array
  red: Float32Array
}

function halfColours(planes: Planes): HalfColours {
  const { width, rows, blue, red } = planes
  return { blue: halved(blue, width, rows), red: halved(red, width, rows) }
}

function colourDifference(colours: readonly HalfColours[], across: number): GreyStrip {
  const planes = colours.flatMap(({ blue, red }) => [blurred(blue, across), blurred(red, across)])
  const [keptBlue, keptRed, questionedBlue, questionedRed] = planes
  const larger = new Float32Array(keptBlue?.length ?? 0)
  for (let at = 0; at < larger.length; at++) {
    larger[at] = Math.max(
      Math.abs((keptBlue?.[at] ?? 0) - (questionedBlue?.[at] ?? 0)),
      Math.abs((keptRed?.[at] ?? 0) - (questionedRed?.[at] ?? 0)),
    )
  }
  return { difference: blurred(larger, across), planes }
}

/** Compares two pictures of one size. */
export function residualOf(kept: Pixels, questioned: Pixels, tone: ToneTable): Residual {
  const { width, height } = kept
  if (width !== questioned.width || height !== questioned.height) {
    throw new RangeError('only pictures of one size have a residual')
  }
  const identity = Float32Array.from({ length: 256 }, (_, value) => value)
  const across = Math.ceil(width / 2)
  const grey = gather(width, height, 2)
  const colour = gather(across, Math.ceil(height / 2), 4)
  let wideGrey = 0
  let wideColour = 0
  for (let top = 0; top < height; top += stripRows) {
    const first = Math.max(0, top - haloRows)
    const last = Math.min(height, top + stripRows)
    const end = Math.min(height, last + haloRows)
    const one = planesOf(kept, first, end, tone)
    const other = planesOf(questioned, first, end, identity)
    const colours = [halfColours(one), halfColours(other)]
    const strip: Strip = { width, top: first, from: top - first, to: last - first }
    const half: Strip = {
      width: across,
      top: first / 2,
      from: strip.from / 2,
      to: Math.ceil(strip.to / 2),
    }
    const greys = greyDifference(one, other, colours)
    collect(grey, strip, greys.difference, greys.planes)
    const hues = colourDifference(colours, across)
    collect(colour, half, hues.difference, hues.planes)
    wideGrey = Math.max(wideGrey, widest(one.grey, other.grey, strip))
    wideColour = Math.max(
      wideColour,
      widest(one.blue, other.blue, strip),
      widest(one.red, other.red, strip),
    )
  }
  return { grey: blocksOf(grey), colour: blocksOf(colour), wideGrey, wideColour }
}
