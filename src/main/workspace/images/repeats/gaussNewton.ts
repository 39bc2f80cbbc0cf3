/** One step of the alignment: least squares with weights that leave out what does not fit. */
import type { Alignment, Tone } from './placement.ts'
import type { Grey } from './pyramid.ts'

const unknowns = 6
/** A residual of 12 grey levels (squared here) counts half as unexplained. */
const outlier = 144

/** Solves the 6×6 normal equations by Gaussian elimination; null when they are singular. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const width = unknowns + 1
  const rows = Array.from({ length: unknowns }, (_, row) => {
    const equation = new Float64Array(width)
    equation.set(matrix.subarray(row * unknowns, (row + 1) * unknowns))
    equation[unknowns] = right[row] ?? 0
    return equation
  })
  for (let column = 0; column < unknowns; column++) {
    rows.splice(
      column,
      rows.length - column,
      ...rows
        .slice(column)
        .sort((one, other) => Math.abs(other[column] ?? 0) - Math.abs(one[column] ?? 0)),
    )
    const pivot = rows[column]
    const lead = pivot?.[column] ?? 0
    if (pivot === undefined || Math.abs(lead) < 1e-9) return null
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / lead
      if (factor === 0) continue
      for (let at = column; at < width; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  }
  return Float64Array.from(rows, (row, index) => (row[unknowns] ?? 0) / (row[index] ?? 1))
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
  const { side, values } = questioned
  const matrix = new Float64Array(unknowns * unknowns)
  const right = new Float64Array(unknowns)
  const j = new Float64Array(unknowns)
  const last = side - 1
  const scale = 1 / (spread * spread)
  let count = 0
  let said = 0
  let weights = 0
  let deviation = 0
  let misfit = 0
  for (let y = 0; y < side; y += stride) {
    const v = (y + 0.5) / side
    const toY = (from.scaleY * v + from.shiftY) * side - 0.5
    if (toY < 0 || toY >= last) continue
    const row = Math.floor(toY)
    const fy = toY - row
    for (let x = 0; x < side; x += stride) {
      const u = (x + 0.5) / side
      const toX = (from.scaleX * u + from.shiftX) * side - 0.5
      if (toX < 0 || toX >= last) continue
      const column = Math.floor(toX)
      const fx = toX - column
      const at = row * side + column
      const a = values[at] ?? 0
      const b = values[at + 1] ?? 0
      const c = values[at + side] ?? 0
      const d = values[at + side + 1] ?? 0
      const there = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy
      const here = kept.values[y * side + x] ?? 0
      const residual = from.gain * here + from.offset - there
      const shrunk = 1 / (1 + residual * residual * scale)
      const says = kept.texture[y * side + x] ?? 0
      const weight = says * shrunk * shrunk
      // Slopes per unit of the 0–1 coordinate: bilinear, so exact for the sample above.
      const slopeX = ((b - a) * (1 - fy) + (d - c) * fy) * side
      const slopeY = ((c - a) * (1 - fx) + (d - b) * fx) * side
      j[0] = slopeX * u
      j[1] = slopeX
      j[2] = slopeY * v
      j[3] = slopeY
      j[4] = -here
      j[5] = -1
      for (let row6 = 0; row6 < unknowns; row6++) {
        const weighted = weight * (j[row6] ?? 0)
        right[row6] = (right[row6] ?? 0) + weighted * residual
        for (let column6 = row6; column6 < unknowns; column6++) {
          const to = row6 * unknowns + column6
          matrix[to] = (matrix[to] ?? 0) + weighted * (j[column6] ?? 0)
        }
      }
      count++
      said += says
      weights += weight
      deviation += weight * Math.abs(residual)
      const square = residual * residual
      misfit += (says * square) / (square + outlier)
    }
  }
  if (count < 64 || weights < 4) return null
  for (let row6 = 0; row6 < unknowns; row6++) {
    for (let column6 = 0; column6 < row6; column6++) {
      matrix[row6 * unknowns + column6] = matrix[column6 * unknowns + row6] ?? 0
    }
    const diagonal = row6 * unknowns + row6
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
