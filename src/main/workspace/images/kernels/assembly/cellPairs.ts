/** Two sketches that lie on each other, cell by cell; see `repeats/cells.ts`. */
import { alignmentGain, alignmentOffset } from './alignment'
import { keptValuesAt, questionedValuesAt } from './levels'

const side: i32 = 256
const cell: i32 = 8
const across: i32 = side / cell
const sumsOfCell: usize = 7 * 8

const columns: usize = memory.data(256 * 4)
const columnsOn: usize = memory.data(256 * 4)
const rows: usize = memory.data(256 * 4)
const rowsOn: usize = memory.data(256 * 4)
const sums: usize = memory.data(32 * 32 * 7 * 8)

/**
 * Of each column and row of the kept sketch: the one before its place in the questioned sketch (a
 * number of 32 bits, -1 outside) and how far beyond that it lies (a fraction of 32 bits).
 */
export function cellColumnsAt(): usize {
  return columns
}

export function cellColumnsOnAt(): usize {
  return columnsOn
}

export function cellRowsAt(): usize {
  return rows
}

export function cellRowsOnAt(): usize {
  return rowsOn
}

/**
 * Seven numbers of 64 bits for each of 1 024 cells: samples on both sketches, sums of the kept ones, of
 * the questioned ones, of either's squares, of their products, and of how far they are apart.
 */
export function cellPairSumsAt(): usize {
  return sums
}

/** Gain and offset are those of the alignment. */
export function cellPairs(): void {
  for (let at = 0; at < across * across; at++) {
    sumCell((at / across) * cell, (at % across) * cell, sums + <usize>at * sumsOfCell)
  }
}

function sumCell(top: i32, left: i32, into: usize): void {
  const kept = keptValuesAt(side)
  const questioned = questionedValuesAt(side)
  const gain = alignmentGain()
  const offset = alignmentOffset()
  const below = (<usize>side) << 2
  let covered = 0
  let means = f64x2.splat(0)
  let squares = f64x2.splat(0)
  let productsAndApart = f64x2.splat(0)
  for (let y = top; y < top + cell; y++) {
    const row = load<i32>(rows + ((<usize>y) << 2))
    if (row < 0) continue
    const down = <f64>load<f32>(rowsOn + ((<usize>y) << 2))
    for (let x = left; x < left + cell; x++) {
      const column = load<i32>(columns + ((<usize>x) << 2))
      if (column < 0) continue
      const right = <f64>load<f32>(columnsOn + ((<usize>x) << 2))
      const from = questioned + ((<usize>(row * side + column)) << 2)
      const upper = <f64>load<f32>(from) * (1 - right) + <f64>load<f32>(from, 4) * right
      const lower =
        <f64>load<f32>(from + below) * (1 - right) + <f64>load<f32>(from + below, 4) * right
      const there = (upper * (1 - down) + lower * down - offset) / gain
      const here = <f64>load<f32>(kept + ((<usize>(y * side + x)) << 2))
      const both = f64x2.replace_lane(f64x2.splat(here), 1, there)
      covered++
      means = f64x2.add(means, both)
      squares = f64x2.add(squares, f64x2.mul(both, both))
      productsAndApart = f64x2.add(
        productsAndApart,
        f64x2.replace_lane(f64x2.splat(here * there), 1, Math.abs(here - there)),
      )
    }
  }
  store<f64>(into, <f64>covered)
  v128.store(into, means, 8)
  v128.store(into, squares, 24)
  v128.store(into, productsAndApart, 40)
}
