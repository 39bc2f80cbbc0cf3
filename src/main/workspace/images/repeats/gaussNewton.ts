/** One step of the alignment: least squares with weights that leave out what does not fit. */
import { sumsOver, unknowns } from './normalEquations.ts'
import type { Alignment, Tone } from './placement.ts'
import type { Grey } from './pyramid.ts'

const width = unknowns + 1

/**
 * Solves the 6×6 normal equations by Gaussian elimination; null when they are singular. Some sixty of
 * them a comparison, so its rows are put in order by hand.
 */
function solve(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const rows = Array.from({ length: unknowns }, (_, row) => {
    const equation = new Float64Array(width)
    equation.set(matrix.subarray(row * unknowns, (row + 1) * unknowns))
    equation[unknowns] = right[row] ?? 0
    return equation
  })
  for (let column = 0; column < unknowns; column++) {
    largestFirst(rows, column)
    const pivot = rows[column]
    const lead = pivot?.[column] ?? 0
    if (pivot === undefined || Math.abs(lead) < 1e-9) return null
    for (const row of rows) {
      if (row !== pivot) subtract(row, pivot, column, (row[column] ?? 0) / lead)
    }
  }
  return Float64Array.from(rows, (row, index) => (row[unknowns] ?? 0) / (row[index] ?? 1))
}

/** Orders the rows from `column` on by the size of what they have in it; equal ones stay in order. */
function largestFirst(rows: Float64Array[], column: number): void {
  const sizeOf = (row: Float64Array) => Math.abs(row[column] ?? 0)
  for (let at = column + 1; at < unknowns; at++) {
    for (let place = at; place > column; place--) {
      const [above, row] = [rows[place - 1], rows[place]]
      if (above === undefined || row === undefined || sizeOf(above) >= sizeOf(row)) break
      rows[place - 1] = row
      rows[place] = above
    }
  }
}

function subtract(row: Float64Array, pivot: Float64Array, from: number, factor: number): void {
  if (factor === 0) return
  for (let at = from; at < width; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
}

const gainAt = 4
const offsetAt = 5
/** How strongly, a sample: a tenth of gain off costs as much as a residual of 1.2 grey levels. */
const gainPull = 150
const midGreyPull = 0.03

/** Brightening is slight or none: without this a misplaced picture is explained by fading it. */
function preferSlightTone(
  matrix: Float64Array,
  right: Float64Array,
  { gain, offset }: Tone,
  weights: number,
): void {
  const midGrey = (gain - 1) * 128 + offset
  const add = (row: number, column: number, amount: number) => {
    const at = row * unknowns + column
    matrix[at] = (matrix[at] ?? 0) + amount * weights
  }
  add(gainAt, gainAt, gainPull + midGreyPull * 128 ** 2)
  add(gainAt, offsetAt, midGreyPull * 128)
  add(offsetAt, gainAt, midGreyPull * 128)
  add(offsetAt, offsetAt, midGreyPull)
  const pulledGain = gainPull * (gain - 1) + midGreyPull * 128 * midGrey
  right[gainAt] = (right[gainAt] ?? 0) - weights * pulledGain
  right[offsetAt] = (right[offsetAt] ?? 0) - weights * midGreyPull * midGrey
}

/** One Gauss–Newton step at one level; the sum runs over every `stride`-th sample of `kept`. */
export function step(
  kept: Grey,
  questioned: Grey,
  from: Alignment,
  stride: number,
  spread: number,
): { next: Alignment; spread: number; misfit: number } | null {
  const { matrix, right, count, said, deviation, misfit } = sumsOver(
    kept,
    questioned,
    from,
    stride,
    spread,
  )
  const weights = matrix[unknowns * unknowns - 1] ?? 0
  if (count < 64 || weights < 4) return null
  for (let row = 0; row < unknowns; row++) {
    for (let column = 0; column < row; column++) {
      matrix[row * unknowns + column] = matrix[column * unknowns + row] ?? 0
    }
    const diagonal = row * unknowns + row
    matrix[diagonal] = (matrix[diagonal] ?? 0) * 1.0001 + 1e-6
  }
  preferSlightTone(matrix, right, from, weights)
  const change = solve(matrix, right)
  if (change === null) return null
  const next: Alignment = {
    scaleX: from.scaleX + (change[0] ?? 0),
    shiftX: from.shiftX + (change[1] ?? 0),
    scaleY: from.scaleY + (change[2] ?? 0),
    shiftY: from.shiftY + (change[3] ?? 0),
    gain: from.gain + (change[4] ?? 0),
    offset: from.offset + (change[5] ?? 0),
  }
  const typical = deviation / weights
  return { next, spread: Math.max(2.5 * typical + 2, spread * 0.6), misfit: misfit / said }
}
