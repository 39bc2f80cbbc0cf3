/**
 * Where one picture lies in another: scale and shift in both directions, with the gain and offset
 * that brightening adds. Robust Gauss–Newton (Lucas–Kanade with Geman–McClure weights), coarse to
 * fine, on 256×256 grey.
 */

/** Takes a place in the kept picture (0–1 of its width and height) to one in the questioned. */
export interface Placement {
  scaleX: number
  scaleY: number
  shiftX: number
  shiftY: number
}

/** Questioned grey = gain · kept grey + offset. */
export interface Tone {
  gain: number
  offset: number
}

export interface Alignment extends Placement, Tone {}

export const samePlace: Placement = { scaleX: 1, scaleY: 1, shiftX: 0, shiftY: 0 }

/** A square of grey samples, one level of a pyramid. */
export interface Grey {
  side: number
  values: Float32Array
  /** How much a sample says about place: 1 at an edge, little in a flat part. */
  texture: Float32Array
}

/** 256, 128, 64 and 32 samples a side, finest first. */
export type Pyramid = readonly Grey[]

/** Slope in grey levels a sample at which it speaks with full weight. */
const fullSlope = 12
/** Flat samples still tell the brightness. */
const flatWeight = 0.03

function greyFrom(side: number, values: Float32Array): Grey {
  const texture = new Float32Array(values.length)
  for (let y = 0; y < side; y++) {
    const above = Math.max(0, y - 1) * side
    const below = Math.min(side - 1, y + 1) * side
    for (let x = 0; x < side; x++) {
      const at = y * side + x
      const right = values[y * side + Math.min(side - 1, x + 1)] ?? 0
      const left = values[y * side + Math.max(0, x - 1)] ?? 0
      const slope =
        Math.abs(right - left) + Math.abs((values[below + x] ?? 0) - (values[above + x] ?? 0))
      texture[at] = Math.min(1, flatWeight + slope / (2 * fullSlope))
    }
  }
  return { side, values, texture }
}

function halved({ side, values }: Grey): Grey {
  const half = side / 2
  const coarser = new Float32Array(half * half)
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const at = 2 * y * side + 2 * x
      coarser[y * half + x] =
        ((values[at] ?? 0) +
          (values[at + 1] ?? 0) +
          (values[at + side] ?? 0) +
          (values[at + side + 1] ?? 0)) /
        4
    }
  }
  return greyFrom(half, coarser)
}

export function pyramidOf(grey: Uint8Array): Pyramid {
  const levels: Grey[] = [greyFrom(Math.sqrt(grey.length), Float32Array.from(grey))]
  for (let last = levels[0]; last !== undefined && last.side > 32; last = levels.at(-1)) {
    levels.push(halved(last))
  }
  return levels
}

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
function step(
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

interface Pass {
  /** 0 is the finest. */
  level: number
  /** Every so many samples in both directions. */
  stride: number
  steps: number
}

const coarsest: Pass = { level: 3, stride: 1, steps: 8 }
const second: Pass = { level: 2, stride: 1, steps: 6 }
const finer: Pass = { level: 1, stride: 2, steps: 4 }
const finest: Pass = { level: 0, stride: 2, steps: 3 }

/** Far enough for a crop to half the picture and for the worst phone brightening. */
function isSane({ scaleX, scaleY, gain }: Alignment): boolean {
  return scaleX > 0.4 && scaleX < 2.5 && scaleY > 0.4 && scaleY < 2.5 && gain > 0.2 && gain < 4
}

interface Found {
  alignment: Alignment
  /** Share (0–1) of what the samples say that the alignment leaves unexplained. */
  misfit: number
}

function refined(
  kept: Pyramid,
  questioned: Pyramid,
  start: Alignment,
  pass: Pass,
  firstSpread: number,
): Found | null {
  const here = kept[pass.level]
  const there = questioned[pass.level]
  if (here === undefined || there === undefined) return null
  let found: Found = { alignment: start, misfit: Infinity }
  let spread = firstSpread
  for (let iteration = 0; iteration < pass.steps; iteration++) {
    const stepped = step(here, there, found.alignment, pass.stride, spread)
    if (stepped === null || !isSane(stepped.next)) return null
    const moved = farthestMove(found.alignment, stepped.next)
    found = { alignment: stepped.next, misfit: stepped.misfit }
    spread = stepped.spread
    if (moved < 0.01 / here.side) break
  }
  return found
}

/** So many refined starts are followed to the second level: the coarsest is easily misled. */
const followed = 3
/** Misfit below which no other start is tried. */
const goodFit = 0.06
/** Misfit above which the finest level would be wasted on the pair. */
const hopeless = 0.7

/**
 * Starts for the second level, likeliest first: the nearest as it is, since a hash that matched its
 * crop is often exact; then what the coarsest level made of all of them; then the others as given.
 */
function* secondStarts(
  kept: Pyramid,
  questioned: Pyramid,
  starts: readonly Alignment[],
): Generator<Alignment> {
  yield* starts.slice(0, 1)
  const found = starts
    .map((start) => refined(kept, questioned, start, coarsest, 40))
    .filter((one) => one !== null)
  yield* nearestFit(found, followed).map(({ alignment }) => alignment)
  yield* starts.slice(1, followed)
}

/**
 * The alignment that explains most samples, found from the best of the starts; null when none
 * leads anywhere, as in pictures without texture.
 */
export function align(
  kept: Pyramid,
  questioned: Pyramid,
  starts: readonly Placement[],
): Alignment | null {
  const upright = starts.map((start) => ({ ...start, gain: 1, offset: 0 }))
  const found: Found[] = []
  for (const start of secondStarts(kept, questioned, upright)) {
    const one = refined(kept, questioned, start, second, 16)
    if (one !== null) found.push(one)
    if (one !== null && one.misfit < goodFit) break
  }
  const third = nearestFit(found, 2)
    .map(({ alignment }) => refined(kept, questioned, alignment, finer, 10))
    .filter((one) => one !== null)
  const [best] = nearestFit(third, 1)
  if (best === undefined || best.misfit > hopeless) return null
  return refined(kept, questioned, best.alignment, finest, 10)?.alignment ?? null
}

function nearestFit(found: readonly Found[], count: number): Found[] {
  return found.toSorted((one, other) => one.misfit - other.misfit).slice(0, count)
}

/** How far the corner that moves most moves, in the 0–1 coordinate. */
function farthestMove(from: Placement, to: Placement): number {
  const x = to.shiftX - from.shiftX
  const y = to.shiftY - from.shiftY
  return Math.max(
    Math.abs(x),
    Math.abs(x + to.scaleX - from.scaleX),
    Math.abs(y),
    Math.abs(y + to.scaleY - from.scaleY),
  )
}
