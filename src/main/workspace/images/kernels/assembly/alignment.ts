/** The sums behind one step of laying one sketch on another; see `repeats/normalEquations.ts`. */
import { keptTextureAt, keptValuesAt, questionedValuesAt } from './levels'

const placement: usize = memory.data(6 * 8)
const matrix: usize = memory.data(8 * 6 * 8)
/** One; and a residual of 12 grey levels (squared here) counts half as unexplained. */
const oneAndOutlier: usize = memory.data<f64>([1, 144])
/** Of each column: where it is (0–1), how far beyond the one before it lies in the other, and the rest. */
const columns: usize = memory.data(256 * 32)
const columnBytes: usize = 32

/** scaleX, scaleY, shiftX, shiftY, gain, offset: six numbers of 64 bits, to be written there. */
export function alignmentAt(): usize {
  return placement
}

export function alignmentGain(): f64 {
  return load<f64>(placement, 32)
}

export function alignmentOffset(): f64 {
  return load<f64>(placement, 40)
}

/**
 * Numbers of 64 bits: the upper triangle of a 6×6 matrix row by row, the six on the right of the
 * equations, then how many samples there were, what they say, their deviation and their misfit.
 */
export function alignmentSumsAt(): usize {
  return matrix
}

/**
 * Every `stride`-th sample of the kept level against its place in the questioned one. Each sum is made
 * sample by sample, in the order of the rows; two different ones share a vector, never one in two parts.
 */
export function alignmentSums(side: i32, stride: i32, spread: f64): void {
  const scaleX = load<f64>(placement)
  const scaleY = load<f64>(placement, 8)
  const shiftX = load<f64>(placement, 16)
  const shiftY = load<f64>(placement, 24)
  const gain = alignmentGain()
  const offset = alignmentOffset()
  const values = questionedValuesAt(side)
  const keptValues = keptValuesAt(side)
  const texture = keptTextureAt(side)
  const size = <f64>side
  const last = <f64>(side - 1)
  const share = 1 / size
  const fits = 1 / (spread * spread)
  const below = (<usize>side) << 2
  const none = f64x2.splat(0)
  let count = 0
  let misfit: f64 = 0
  // Named after their two lanes; `R…` begins anew with each row.
  let xxRyy = none
  let xhRyh = none
  let xRy = none
  let xrRyr = none
  let xhuXru = none
  let xxuXu = none
  let rxyuXxuu = none
  let rxySaid = none
  let hhHr = none
  let rDeviation = none
  let hWeights = none
  let xyuvYyvv = none
  let xyuXyv = none
  let xyYy = none
  let yyvYhv = none
  let yhYv = none
  let yYrv = none
  let yr: f64 = 0
  const ends = placeColumns(side, stride, scaleX, shiftX)
  const weighing = v128.load(oneAndOutlier)
  const falling = pair(fits, 1)
  const sizes = f64x2.splat(size)
  for (let down = 0; down < side; down += stride) {
    const v = (<f64>down + 0.5) * share
    const toY = (scaleY * v + shiftY) * size - 0.5
    if (toY < 0 || toY >= last) continue
    const row = <i32>toY
    const fy = toY - <f64>row
    const rowAt = values + <usize>(row * side) * 4
    const keptRow = <usize>(down * side) * 4
    xxRyy = f64x2.replace_lane(xxRyy, 1, 0)
    xhRyh = f64x2.replace_lane(xhRyh, 1, 0)
    xRy = f64x2.replace_lane(xRy, 1, 0)
    xrRyr = f64x2.replace_lane(xrRyr, 1, 0)
    rxyuXxuu = f64x2.replace_lane(rxyuXxuu, 0, 0)
    rxySaid = f64x2.replace_lane(rxySaid, 0, 0)
    const rowRest = f64x2.splat(1 - fy)
    const rowOn = f64x2.splat(fy)
    for (let place = columns; place < ends; place += columnBytes) {
      const at = rowAt + <usize>load<u32>(place, 24)
      const ab = f64x2.promote_low_f32x4(v128.load64_zero(at))
      const cd = f64x2.promote_low_f32x4(v128.load64_zero(at + below))
      const us = v128.load64_splat(place)
      const onX = v128.load64_splat(place, 8)
      const restX = v128.load64_splat(place, 16)
      const mixed = f64x2.add(
        f64x2.mul(v128.shuffle<u64>(ab, cd, 0, 2), restX),
        f64x2.mul(v128.shuffle<u64>(ab, cd, 1, 3), onX),
      )
      const there = first(mixed) * (1 - fy) + second(mixed) * fy
      const sample = keptRow + <usize>load<u32>(place, 28)
      const here = <f64>load<f32>(keptValues + sample)
      const says = <f64>load<f32>(texture + sample)
      const residual = gain * here + offset - there
      const square = residual * residual
      const quotients = f64x2.div(
        f64x2.replace_lane(weighing, 1, says * square),
        f64x2.add(weighing, f64x2.mul(falling, f64x2.splat(square))),
      )
      const shrunk = first(quotients)
      const weight = says * shrunk * shrunk
      // Slopes per unit of the 0–1 coordinate, across and down.
      const slope = f64x2.mul(
        f64x2.add(
          f64x2.mul(
            f64x2.sub(v128.shuffle<u64>(ab, cd, 1, 2), v128.shuffle<u64>(ab, ab, 0, 0)),
            v128.shuffle<u64>(rowRest, restX, 0, 3),
          ),
          f64x2.mul(
            f64x2.sub(v128.shuffle<u64>(cd, cd, 1, 1), v128.shuffle<u64>(ab, cd, 2, 1)),
            v128.shuffle<u64>(rowOn, onX, 0, 3),
          ),
        ),
        sizes,
      )
      const weighted = f64x2.splat(weight)
      const by = f64x2.mul(weighted, slope)
      const bySlope = f64x2.mul(by, slope)
      const byHere = f64x2.mul(by, f64x2.splat(here))
      const byResidual = f64x2.mul(by, f64x2.splat(residual))
      const byXy = first(by) * second(slope)
      const byH = weight * here
      xxRyy = f64x2.add(xxRyy, bySlope)
      xhRyh = f64x2.add(xhRyh, byHere)
      xRy = f64x2.add(xRy, by)
      xrRyr = f64x2.add(xrRyr, byResidual)
      xhuXru = f64x2.add(xhuXru, f64x2.mul(v128.shuffle<u64>(byHere, byResidual, 0, 2), us))
      const byU = f64x2.mul(v128.shuffle<u64>(bySlope, by, 0, 2), us)
      xxuXu = f64x2.add(xxuXu, byU)
      rxyuXxuu = f64x2.add(rxyuXxuu, f64x2.mul(pair(byXy, first(byU)), us))
      rxySaid = f64x2.add(rxySaid, pair(byXy, says))
      hhHr = f64x2.add(hhHr, f64x2.mul(f64x2.splat(byH), pair(here, residual)))
      rDeviation = f64x2.add(rDeviation, f64x2.mul(weighted, pair(residual, Math.abs(residual))))
      hWeights = f64x2.add(hWeights, pair(byH, weight))
      misfit += second(quotients)
      count++
    }
    const rowXyu = first(rxyuXxuu)
    const rowXy = first(rxySaid)
    const rowYy = second(xxRyy)
    const rowYh = second(xhRyh)
    const rowY = second(xRy)
    const rowYr = second(xrRyr)
    xyuvYyvv = f64x2.add(xyuvYyvv, pair(rowXyu * v, rowYy * v * v))
    xyuXyv = f64x2.add(xyuXyv, pair(rowXyu, rowXy * v))
    xyYy = f64x2.add(xyYy, pair(rowXy, rowYy))
    yyvYhv = f64x2.add(yyvYhv, pair(rowYy * v, rowYh * v))
    yhYv = f64x2.add(yhYv, pair(rowYh, rowY * v))
    yYrv = f64x2.add(yYrv, pair(rowY, rowYr * v))
    yr += rowYr
  }
  memory.fill(matrix, 0, 36 * 8)
  // How the residual changes with gain and offset is -here and -1.
  put(0, 0, second(rxyuXxuu))
  put(0, 1, first(xxuXu))
  put(0, 2, first(xyuvYyvv))
  put(0, 3, first(xyuXyv))
  put(0, 4, -first(xhuXru))
  put(0, 5, -second(xxuXu))
  put(1, 1, first(xxRyy))
  put(1, 2, second(xyuXyv))
  put(1, 3, first(xyYy))
  put(1, 4, -first(xhRyh))
  put(1, 5, -first(xRy))
  put(2, 2, second(xyuvYyvv))
  put(2, 3, first(yyvYhv))
  put(2, 4, -second(yyvYhv))
  put(2, 5, -second(yhYv))
  put(3, 3, second(xyYy))
  put(3, 4, -first(yhYv))
  put(3, 5, -first(yYrv))
  put(4, 4, first(hhHr))
  put(4, 5, first(hWeights))
  put(5, 5, second(hWeights))
  put(6, 0, second(xhuXru))
  put(6, 1, first(xrRyr))
  put(6, 2, second(yYrv))
  put(6, 3, yr)
  put(6, 4, -second(hhHr))
  put(6, 5, -first(rDeviation))
  put(7, 0, <f64>count)
  put(7, 1, second(rxySaid))
  put(7, 2, second(rDeviation))
  put(7, 3, misfit)
}

/** Fills `columns` with those that lie on both sketches; returns where they end. */
function placeColumns(side: i32, stride: i32, scale: f64, shift: f64): usize {
  const size = <f64>side
  const share = 1 / size
  let into = columns
  for (let across = 0; across < side; across += stride) {
    const u = (<f64>across + 0.5) * share
    const to = (scale * u + shift) * size - 0.5
    if (to < 0 || to >= <f64>(side - 1)) continue
    const before = <i32>to
    const on = to - <f64>before
    store<f64>(into, u)
    store<f64>(into, on, 8)
    store<f64>(into, 1 - on, 16)
    store<u32>(into, before << 2, 24)
    store<u32>(into, across << 2, 28)
    into += columnBytes
  }
  return into
}

function put(row: usize, column: usize, sum: f64): void {
  store<f64>(matrix + ((row * 6 + column) << 3), sum)
}

function pair(one: f64, other: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(one), 1, other)
}

function first(both: v128): f64 {
  return f64x2.extract_lane(both, 0)
}

function second(both: v128): f64 {
  return f64x2.extract_lane(both, 1)
}
