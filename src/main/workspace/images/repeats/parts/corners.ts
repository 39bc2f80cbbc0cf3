/** Places that can be found again in another copy of a picture. */
import type { Plane } from './plane.ts'

export interface Corner {
  /** In samples of the plane, from its upper left corner. */
  readonly x: number
  readonly y: number
}

/** Side, in samples, of the cells of which each gives its strongest corner: they lie all over. */
const cell = 16
/** Structure is looked for in pairs of samples: a quarter of the work, as easily found again. */
const pair = 2
/** The smaller eigenvalue from which a place is a corner: below it there is only noise. */
const leastStrength = 60

/**
 * Corners after Shi and Tomasi ("Good features to track", CVPR 1994): where the picture changes in
 * both directions, told by the smaller eigenvalue of the structure tensor over 6×6 samples.
 * @param margin samples along every side in which there are none
 */
export function cornersOf(plane: Plane, margin: number): Corner[] {
  const strength = strengths(plane)
  const { width, height, values } = strength
  const first = Math.ceil(margin / pair)
  const corners: Corner[] = []
  const end = { x: width - first, y: height - first }
  const step = cell / pair
  for (let top = first; top < end.y; top += step) {
    for (let left = first; left < end.x; left += step) {
      let best = leastStrength
      let bestAt = -1
      for (let y = top; y < Math.min(top + step, end.y); y++) {
        for (let x = left; x < Math.min(left + step, end.x); x++) {
          const here = values[y * width + x] ?? 0
          if (here <= best || !isPeak(strength, x, y)) continue
          best = here
          bestAt = y * width + x
        }
      }
      if (bestAt < 0) continue
      corners.push({
        x: pair * ((bestAt % width) + 0.5 + peakBetween(values, bestAt, 1)),
        y: pair * (Math.floor(bestAt / width) + 0.5 + peakBetween(values, bestAt, width)),
      })
    }
  }
  return corners
}

/** How far from `at` (-0.5 to 0.5) a parabola through it and both neighbours is highest. */
function peakBetween(values: Float32Array, at: number, step: number): number {
  const here = values[at] ?? 0
  const before = values[at - step] ?? here
  const after = values[at + step] ?? here
  const bend = before - 2 * here + after
  return bend === 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)))
}

/** Stronger than all eight around it. */
function isPeak({ width, values }: Plane, x: number, y: number): boolean {
  const here = values[y * width + x] ?? 0
  for (let row = (y - 1) * width; row <= (y + 1) * width; row += width) {
    for (let at = row + x - 1; at <= row + x + 1; at++) if ((values[at] ?? 0) > here) return false
  }
  return true
}

function strengths({ width, height, values }: Plane): Plane {
  const across = Math.floor(width / pair)
  const down = Math.floor(height / pair)
  const alongX = new Float32Array(across * down)
  const alongY = new Float32Array(across * down)
  const mixed = new Float32Array(across * down)
  for (let row = 0; row < down; row++) {
    for (let column = 0; column < across; column++) {
      let xx = 0
      let yy = 0
      let xy = 0
      // The outermost samples have no neighbour on one side.
      const top = Math.max(1, row * pair)
      const bottom = Math.min(height - 1, (row + 1) * pair)
      const left = Math.max(1, column * pair)
      const right = Math.min(width - 1, (column + 1) * pair)
      for (let y = top; y < bottom; y++) {
        for (let at = y * width + left; at < y * width + right; at++) {
          const byX = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2
          const byY = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2
          xx += byX * byX
          yy += byY * byY
          xy += byX * byY
        }
      }
      const to = row * across + column
      alongX[to] = xx
      alongY[to] = yy
      mixed[to] = xy
    }
  }
  const [xx, yy, xy] = [alongX, alongY, mixed].map((sums) => summed(sums, across, down))
  const strength = new Float32Array(across * down)
  if (xx === undefined || yy === undefined || xy === undefined) throw new Error('three sums')
  for (let at = 0; at < strength.length; at++) {
    const mean = ((xx[at] ?? 0) + (yy[at] ?? 0)) / 2
    const half = ((xx[at] ?? 0) - (yy[at] ?? 0)) / 2
    const both = xy[at] ?? 0
    strength[at] = mean - Math.sqrt(half * half + both * both)
  }
  return { width: across, height: down, values: strength }
}

/** Sums of 3×3; beyond the edges there is nothing. */
function summed(values: Float32Array, width: number, height: number): Float32Array {
  const rows = new Float32Array(values.length)
  for (let row = 0; row < values.length; row += width) {
    for (let x = 0; x < width; x++) {
      const at = row + x
      rows[at] =
        (x > 0 ? (values[at - 1] ?? 0) : 0) +
        (values[at] ?? 0) +
        (x < width - 1 ? (values[at + 1] ?? 0) : 0)
    }
  }
  const result = new Float32Array(values.length)
  for (let y = 0; y < height; y++) {
    for (let at = y * width; at < (y + 1) * width; at++) {
      result[at] =
        (y > 0 ? (rows[at - width] ?? 0) : 0) +
        (rows[at] ?? 0) +
        (y < height - 1 ? (rows[at + width] ?? 0) : 0)
    }
  }
  return result
}
