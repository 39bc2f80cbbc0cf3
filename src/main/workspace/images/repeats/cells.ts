/** Two aligned sketches, cell by cell: which of 1,024 cells show the same, and which changed. */
import { kernels } from '../kernels/kernels.ts'
import { outlined } from './outline.ts'
import type { Region } from './outline.ts'
import type { Alignment } from './placement.ts'
import { layOut } from './pyramid.ts'
import type { Grey } from './pyramid.ts'
import { createShades } from './shades.ts'
import { greySide } from './sketch.ts'

const cell = 8
const cells = greySide / cell
const cellSamples = cell * cell
const grid = { columns: cells, rows: cells }
const cellShare = { width: 1 / cells, height: 1 / cells }

export interface CellComparison {
  /** Cells of the kept sketch (of 1024) that the questioned one covers. */
  covered: number
  /** Mean structure score, 1 the same and 0 unrelated, leaving out what only one side shows. */
  structure: number
  /** Share of covered cells that changed. */
  changed: number
  /** Share of covered cells that contradict each other: changed text, not an added mark. */
  mutual: number
  /** Share of covered cells where either shows something. */
  content: number
  /** Share of covered cells that show something, and the same in both. */
  same: number
  /** Share of the picture that a band along one side changed, when nothing else did; else 0. */
  band: number
  /** Share of covered cells in which only the one or only the other shows something, the fewer of them. */
  exchanged: number
  /** How much of what both show in the changed cells is in either, however much was laid over it: 0–1. */
  carried: number
  /** How far light and dark lie alike where nothing changed, by the cells' means: 1 the same, 0 plain. */
  shades: number
  /** Mean difference in grey levels, after gain and offset. */
  greyDifference: number
  /** Where they differ, in shares of the kept picture. */
  changedRegions: Region[]
}

/** Below this a cell's structure counts as changed. */
const unlike = 0.5
/** Below this the two contradict each other; a light watermark over a photo stays above. */
const contradicting = 0.3
/** Grey levels by which a cell's mean may be off before it counts as changed. */
const toned = 16
/** The same when only one of the two has colour: there are many ways to make grey of a colour. */
const greyedToned = 64
/** Variance (6² grey levels) above which a cell shows something. */
const contentVariance = 36
/** Keeps compression noise in flat cells from counting as structure: (0.03 · 255)². */
const structureFloor = 58

/** For every sample of an axis: the sample before its place in the other picture, and how far on. */
function along(
  scale: number,
  shift: number,
  side: number,
): { before: Int32Array; on: Float32Array } {
  const before = new Int32Array(side).fill(-1)
  const on = new Float32Array(side)
  for (let at = 0; at < side; at++) {
    const place = (scale * ((at + 0.5) / side) + shift) * side - 0.5
    if (place < -0.5 || place > side - 0.5) continue
    const inside = Math.max(0, Math.min(side - 1.001, place))
    before[at] = Math.floor(inside)
    on[at] = inside - Math.floor(inside)
  }
  return { before, on }
}

/** Numbers that the kernel stores for each cell, in its order. */
const numbersOfCell = 7

/** What the kernel finds for all cells; they hold until the next comparison. */
function sumsOf(kept: Grey, questioned: Grey, alignment: Alignment): Float64Array {
  const kernel = kernels()
  layOut(kept, questioned)
  const { scaleX, scaleY, shiftX, shiftY, gain, offset } = alignment
  const numbers = [scaleX, scaleY, shiftX, shiftY, gain, offset]
  kernel.numbers(kernel.alignmentAt(), numbers.length).set(numbers)
  const columns = along(scaleX, shiftX, greySide)
  const rows = along(scaleY, shiftY, greySide)
  kernel.signed(kernel.cellColumnsAt(), greySide).set(columns.before)
  kernel.fractions(kernel.cellColumnsOnAt(), greySide).set(columns.on)
  kernel.signed(kernel.cellRowsAt(), greySide).set(rows.before)
  kernel.fractions(kernel.cellRowsOnAt(), greySide).set(rows.on)
  kernel.cellPairs()
  return kernel.numbers(kernel.cellPairSumsAt(), cells * cells * numbersOfCell)
}

/** A band is changed nearly all over, and the rest of the picture nearly nowhere. */
const bandFilled = 0.6
const restChanged = 0.01
const widestBand = 0.42

/** The share a band takes, when the changed cells are one along the top, bottom, left or right. */
function bandIn(changed: ReadonlySet<number>): number {
  const byRow = new Float64Array(cells)
  const byColumn = new Float64Array(cells)
  for (const at of changed) {
    const [row, column] = [Math.floor(at / cells), at % cells]
    byRow[row] = (byRow[row] ?? 0) + 1
    byColumn[column] = (byColumn[column] ?? 0) + 1
  }
  for (const counts of [byRow, byRow.toReversed(), byColumn, byColumn.toReversed()]) {
    let thick = counts.findIndex((count) => count < bandFilled * cells)
    if (thick <= 0) continue
    // Where the band ends within a row of cells, some of that row changed too.
    if ((counts[thick] ?? 0) > 0) thick++
    const rest = counts.subarray(thick).reduce((sum, count) => sum + count, 0)
    if (thick <= widestBand * cells && rest <= restChanged * cells * cells) return thick / cells
  }
  return 0
}

/** Both are the finest levels of their pyramids. */
export function compareAt(
  kept: Grey,
  questioned: Grey,
  alignment: Alignment,
  isGreyed: boolean,
): CellComparison {
  const sums = sumsOf(kept, questioned, alignment)
  const tonedAt = isGreyed ? greyedToned : toned
  const changedCells = new Set<number>()
  let covered = 0
  let structure = 0
  let content = 0
  let difference = 0
  let same = 0
  let contradicted = 0
  let onlyKept = 0
  let onlyQuestioned = 0
  const hidden = { covariance: 0, kept: 0, questioned: 0 }
  const shades = createShades()
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const at = (row * cells + column) * numbersOfCell
      const sum = (which: number) => sums[at + which] ?? 0
      const samples = sum(0)
      if (samples < cellSamples / 2) continue
      const keptMean = sum(1) / samples
      const questionedMean = sum(2) / samples
      const keptVariance = Math.max(0, sum(3) / samples - keptMean ** 2)
      const questionedVariance = Math.max(0, sum(4) / samples - questionedMean ** 2)
      const covariance = sum(5) / samples - keptMean * questionedMean
      const score =
        (2 * covariance + structureFloor) / (keptVariance + questionedVariance + structureFloor)
      const keptShows = keptVariance > contentVariance
      const questionedShows = questionedVariance > contentVariance
      covered++
      difference += sum(6) / samples
      if (keptShows || questionedShows) content++
      const isChanged = score < unlike || Math.abs(keptMean - questionedMean) > tonedAt
      if (isChanged) changedCells.add(row * cells + column)
      else shades.add(keptMean, questionedMean)
      if (isChanged && keptShows !== questionedShows) {
        if (keptShows) onlyKept++
        else onlyQuestioned++
        continue
      }
      structure += score
      if (!keptShows) continue
      if (isChanged) {
        hidden.covariance += covariance
        hidden.kept += keptVariance
        hidden.questioned += questionedVariance
      }
      if (!isChanged) same++
      else if (score < contradicting) contradicted++
    }
  }
  const share = (count: number) => (covered === 0 ? 0 : count / covered)
  return {
    covered,
    structure: structure / Math.max(1, covered - onlyKept - onlyQuestioned),
    changed: share(changedCells.size),
    mutual: share(contradicted + Math.min(onlyKept, onlyQuestioned)),
    content: share(content),
    same: share(same),
    band: bandIn(changedCells),
    exchanged: share(Math.min(onlyKept, onlyQuestioned)),
    carried: hidden.covariance / Math.max(1, Math.min(hidden.kept, hidden.questioned)),
    shades: shades.likeness(),
    greyDifference: share(difference),
    changedRegions: outlined(grid, (at) => changedCells.has(at), cellShare),
  }
}
