/** The sums behind one step of the alignment: the equations of least squares. */
import type { Alignment } from './placement.ts'
import type { Grey } from './pyramid.ts'

/** scaleX, shiftX, scaleY, shiftY, gain, offset. */
export const unknowns = 6

export interface NormalEquations {
  /** 6×6 row by row, of which the upper triangle is filled. */
  matrix: Float64Array
  right: Float64Array
  /** Samples that lie on both pictures. */
  count: number
  /** What they say about place, before and after those that do not fit were weighted down. */
  said: number
  deviation: number
  misfit: number
}

/** A residual of 12 grey levels (squared here) counts half as unexplained. */
const outlier = 144

/**
 * Every `stride`-th sample of `kept` against its place in `questioned`, weighted by its texture and
 * (Geman–McClure) by how well it fits.
 *
 * Each sum has a variable of its own, and what is the same along a row is multiplied in once a row:
 * as loops over a 6×6 array this took five times as long, and most of a comparison is spent here.
 */
export function sumsOver(
  kept: Grey,
  questioned: Grey,
  { scaleX, scaleY, shiftX, shiftY, gain, offset }: Alignment,
  stride: number,
  spread: number,
): NormalEquations {
  const { side, values } = questioned
  const { values: keptValues, texture } = kept
  const last = side - 1
  const share = 1 / side
  const fits = 1 / (spread * spread)
  let count = 0,
    said = 0,
    deviation = 0,
    misfit = 0
  let xxuu = 0,
    xxu = 0,
    xx = 0,
    xhu = 0,
    xh = 0,
    xu = 0,
    x = 0,
    xru = 0,
    xr = 0
  let xyuv = 0,
    xyu = 0,
    xyv = 0,
    xy = 0,
    yyvv = 0,
    yyv = 0,
    yy = 0
  let yhv = 0,
    yh = 0,
    yv = 0,
    y = 0,
    yrv = 0,
    yr = 0
  let hh = 0,
    h = 0,
    weights = 0,
    hr = 0,
    r = 0
  for (let down = 0; down < side; down += stride) {
    const v = (down + 0.5) * share
    const toY = (scaleY * v + shiftY) * side - 0.5
    if (toY < 0 || toY >= last) continue
    const row = toY | 0
    const fy = toY - row
    const rowAt = row * side
    let rowXyu = 0,
      rowXy = 0,
      rowYy = 0,
      rowYh = 0,
      rowY = 0,
      rowYr = 0
    for (let across = 0; across < side; across += stride) {
      const u = (across + 0.5) * share
      const toX = (scaleX * u + shiftX) * side - 0.5
      if (toX < 0 || toX >= last) continue
      const column = toX | 0
      const fx = toX - column
      const at = rowAt + column
      const a = values[at] ?? 0
      const b = values[at + 1] ?? 0
      const c = values[at + side] ?? 0
      const d = values[at + side + 1] ?? 0
      const there = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy
      const sample = down * side + across
      const here = keptValues[sample] ?? 0
      const says = texture[sample] ?? 0
      const residual = gain * here + offset - there
      const square = residual * residual
      const shrunk = 1 / (1 + square * fits)
      const weight = says * shrunk * shrunk
      // Slopes per unit of the 0–1 coordinate: bilinear, so exact for the sample above.
      const slopeX = ((b - a) * (1 - fy) + (d - c) * fy) * side
      const slopeY = ((c - a) * (1 - fx) + (d - b) * fx) * side
      const byX = weight * slopeX
      const byY = weight * slopeY
      const byXx = byX * slopeX
      const byXy = byX * slopeY
      const byXh = byX * here
      const byXr = byX * residual
      const byH = weight * here
      xxuu += byXx * u * u
      xxu += byXx * u
      xx += byXx
      xhu += byXh * u
      xh += byXh
      xu += byX * u
      x += byX
      xru += byXr * u
      xr += byXr
      rowXyu += byXy * u
      rowXy += byXy
      rowYy += byY * slopeY
      rowYh += byY * here
      rowY += byY
      rowYr += byY * residual
      hh += byH * here
      h += byH
      weights += weight
      hr += byH * residual
      r += weight * residual
      count++
      said += says
      deviation += weight * Math.abs(residual)
      misfit += (says * square) / (square + outlier)
    }
    xyuv += rowXyu * v
    xyu += rowXyu
    xyv += rowXy * v
    xy += rowXy
    yyvv += rowYy * v * v
    yyv += rowYy * v
    yy += rowYy
    yhv += rowYh * v
    yh += rowYh
    yv += rowY * v
    y += rowY
    yrv += rowYr * v
    yr += rowYr
  }
  return {
    // How the residual changes with gain and offset is -here and -1.
    matrix: Float64Array.of(
      ...[xxuu, xxu, xyuv, xyu, -xhu, -xu],
      ...[0, xx, xyv, xy, -xh, -x],
      ...[0, 0, yyvv, yyv, -yhv, -yv],
      ...[0, 0, 0, yy, -yh, -y],
      ...[0, 0, 0, 0, hh, h],
      ...[0, 0, 0, 0, 0, weights],
    ),
    right: Float64Array.of(xru, xr, yrv, yr, -hr, -r),
    count,
    said,
    deviation,
    misfit,
  }
}
