/**
 * Whether two sketches show the same picture, and where they differ. Cheap (about 4 ms), sure
 * enough to put a pair before a person, never enough to reject.
 */
import { align } from './align.ts'
import type { Proposal, Relation } from './candidates.ts'
import { outlined } from './outline.ts'
import type { Region } from './outline.ts'
import { samePlace } from './placement.ts'
import type { Alignment } from './placement.ts'
import { pyramidOf } from './pyramid.ts'
import type { Pyramid } from './pyramid.ts'
import { chromaOf, chromaSide, greyOf, greySide } from './sketch.ts'
import type { Sketch } from './sketch.ts'
import { startsFor } from './starts.ts'

const cell = 8
const cells = greySide / cell
const cellSamples = cell * cell
const grid = { columns: cells, rows: cells }
const cellShare = { width: 1 / cells, height: 1 / cells }

export interface SketchComparison {
  mirrored: boolean
  alignment: Alignment
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
  /** Mean difference in grey levels and of the colour differences, after gain and offset. */
  greyDifference: number
  colourDifference: number
  /** Where they differ, in shares of the kept picture. */
  changedRegions: Region[]
}

/** Below this a cell's structure counts as changed. */
const unlike = 0.5
/** Below this the two contradict each other; a light watermark over a photo stays above. */
const contradicting = 0.3
/** Grey levels by which a cell's mean may be off before it counts as changed. */
const toned = 16
/** Variance (6² grey levels) above which a cell shows something. */
const contentVariance = 36
/** Keeps compression noise in flat cells from counting as structure: (0.03 · 255)². */
const structureFloor = 58

/** The nearest few proposals are enough to begin from. */
const startingProposals = 3

/** Left to right, row by row. */
function mirroredSamples(samples: Uint8Array, side: number): Uint8Array {
  const mirrored = new Uint8Array(samples.length)
  for (let row = 0; row < samples.length; row += side) {
    for (let x = 0; x < side; x++) mirrored[row + x] = samples[row + side - 1 - x] ?? 0
  }
  return mirrored
}

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

interface CellSums {
  covered: number
  kept: number
  questioned: number
  keptSquares: number
  questionedSquares: number
  products: number
  difference: number
}

function sumCell(
  kept: Float32Array,
  questioned: Float32Array,
  alignment: Alignment,
  columns: ReturnType<typeof along>,
  rows: ReturnType<typeof along>,
  at: { column: number; row: number },
): CellSums {
  const sums: CellSums = {
    covered: 0,
    kept: 0,
    questioned: 0,
    keptSquares: 0,
    questionedSquares: 0,
    products: 0,
    difference: 0,
  }
  for (let y = at.row * cell; y < (at.row + 1) * cell; y++) {
    const row = rows.before[y] ?? -1
    if (row < 0) continue
    const down = rows.on[y] ?? 0
    for (let x = at.column * cell; x < (at.column + 1) * cell; x++) {
      const column = columns.before[x] ?? -1
      if (column < 0) continue
      const right = columns.on[x] ?? 0
      const from = row * greySide + column
      const above = (questioned[from] ?? 0) * (1 - right) + (questioned[from + 1] ?? 0) * right
      const below =
        (questioned[from + greySide] ?? 0) * (1 - right) +
        (questioned[from + greySide + 1] ?? 0) * right
      const there = (above * (1 - down) + below * down - alignment.offset) / alignment.gain
      const here = kept[y * greySide + x] ?? 0
      sums.covered++
      sums.kept += here
      sums.questioned += there
      sums.keptSquares += here * here
      sums.questionedSquares += there * there
      sums.products += here * there
      sums.difference += Math.abs(here - there)
    }
  }
  return sums
}

/** Mean difference of the colours where the two overlap, on the coarse colour sketch. */
function colourDifference(kept: Uint8Array, questioned: Uint8Array, alignment: Alignment): number {
  const plane = chromaSide * chromaSide
  let sum = 0
  let count = 0
  for (let y = 0; y < chromaSide; y++) {
    const row = Math.floor(
      (alignment.scaleY * ((y + 0.5) / chromaSide) + alignment.shiftY) * chromaSide,
    )
    if (row < 0 || row >= chromaSide) continue
    for (let x = 0; x < chromaSide; x++) {
      const place = (alignment.scaleX * ((x + 0.5) / chromaSide) + alignment.shiftX) * chromaSide
      const column = Math.floor(place)
      if (column < 0 || column >= chromaSide) continue
      const here = y * chromaSide + x
      const there = row * chromaSide + column
      sum += Math.abs((kept[here] ?? 0) - (questioned[there] ?? 0))
      sum += Math.abs((kept[plane + here] ?? 0) - (questioned[plane + there] ?? 0))
      count += 2
    }
  }
  return count === 0 ? 0 : sum / count
}

function compareAt(
  kept: Float32Array,
  questioned: Float32Array,
  alignment: Alignment,
): Omit<SketchComparison, 'mirrored' | 'alignment' | 'colourDifference'> {
  const columns = along(alignment.scaleX, alignment.shiftX, greySide)
  const rows = along(alignment.scaleY, alignment.shiftY, greySide)
  const changedCells = new Set<number>()
  let covered = 0
  let structure = 0
  let content = 0
  let difference = 0
  let same = 0
  let contradicted = 0
  let onlyKept = 0
  let onlyQuestioned = 0
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const sums = sumCell(kept, questioned, alignment, columns, rows, { column, row })
      const samples = sums.covered
      if (samples < cellSamples / 2) continue
      const keptMean = sums.kept / samples
      const questionedMean = sums.questioned / samples
      const keptVariance = Math.max(0, sums.keptSquares / samples - keptMean ** 2)
      const questionedVariance = Math.max(0, sums.questionedSquares / samples - questionedMean ** 2)
      const covariance = sums.products / samples - keptMean * questionedMean
      const score =
        (2 * covariance + structureFloor) / (keptVariance + questionedVariance + structureFloor)
      const keptShows = keptVariance > contentVariance
      const questionedShows = questionedVariance > contentVariance
      covered++
      difference += sums.difference / samples
      if (keptShows || questionedShows) content++
      const isChanged = score < unlike || Math.abs(keptMean - questionedMean) > toned
      if (isChanged) changedCells.add(row * cells + column)
      if (isChanged && keptShows !== questionedShows) {
        if (keptShows) onlyKept++
        else onlyQuestioned++
        continue
      }
      structure += score
      if (!keptShows) continue
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
    greyDifference: share(difference),
    changedRegions: outlined(grid, (at) => changedCells.has(at), cellShare),
  }
}

const noAlignment: Alignment = { ...samePlace, gain: 1, offset: 0 }

function compareOneWay(
  kept: Sketch,
  keptPyramid: Pyramid,
  questioned: Sketch,
  relations: readonly Relation[],
  mirrored: boolean,
): SketchComparison {
  const grey = greyOf(questioned)
  const chroma = chromaOf(questioned)
  const pyramid = pyramidOf(mirrored ? mirroredSamples(grey, greySide) : grey)
  const starts = relations.slice(0, startingProposals).flatMap(startsFor)
  const alignment = align(keptPyramid, pyramid, starts) ?? noAlignment
  const finest = (levels: Pyramid) => levels[0]?.values ?? new Float32Array()
  return {
    mirrored,
    alignment,
    ...compareAt(finest(keptPyramid), finest(pyramid), alignment),
    colourDifference: colourDifference(
      chromaOf(kept),
      mirrored ? mirroredSamples(chroma, chromaSide) : chroma,
      alignment,
    ),
  }
}

/** The best reading of the pair among what the fingerprints proposed (at least as a whole). */
export function compareSketches(
  kept: Sketch,
  questioned: Sketch,
  proposals: readonly Proposal[] = [],
): SketchComparison {
  const relations = proposals.map(({ relation }) => relation)
  const keptPyramid = pyramidOf(greyOf(kept))
  const straight = relations.filter((relation) => !relation.mirrored)
  const turned = relations.filter((relation) => relation.mirrored)
  const whole: Relation = { kind: 'whole', mirrored: false }
  const ways: SketchComparison[] = []
  if (straight.length > 0 || turned.length === 0) {
    const from = straight.length > 0 ? straight : [whole]
    ways.push(compareOneWay(kept, keptPyramid, questioned, from, false))
  }
  if (turned.length > 0) ways.push(compareOneWay(kept, keptPyramid, questioned, turned, true))
  const score = (way: SketchComparison) => way.structure - way.changed
  return ways.reduce((best, way) => (score(way) > score(best) ? way : best))
}
