import { kernels } from '../kernels/kernels.ts'
import type { Grey } from './detail.ts'

/** A line of writing as found, in pixels of the detail. */
export interface TextLine {
  readonly left: number
  readonly right: number
  /** Of the small letters' body (x-height), or of the capitals where there are only those. */
  readonly top: number
  readonly height: number
}

/** Width of the pieces that rows are cut into, in pixels; the kernel counts strokes in as many. */
const piece = 64
/** Strokes that a row of a piece must begin or end. */
const leastStrokes = 4
const lowest = 4
const highest = 40

/** Some rows of one piece that are full of strokes. */
interface Run {
  readonly column: number
  readonly top: number
  /** The row after the last one. */
  readonly bottom: number
}

/**
 * Finds lines of small and middle-sized writing without reading them. Strokes make many steep rises
 * and falls along a row; a line of writing makes them in as many rows as its letters are high, all
 * over its length, and nearly none above and below it, which textures of photographs do not.
 */
export function textLines(grey: Grey): TextLine[] {
  const columns = Math.floor(grey.width / piece)
  if (columns < 2) return []
  const strokes = new Strokes(grey, columns)
  return chained(runsOf(strokes)).flatMap((line) => {
    const found = bodyOf(line, strokes)
    return found === null ? [] : [found]
  })
}

const unknown = 255

/** How many strokes begin or end in each piece of each row; counted when asked for. */
class Strokes {
  readonly columns: number
  readonly height: number
  readonly #grey: Grey
  readonly #counts: Uint8Array

  constructor(grey: Grey, columns: number) {
    this.columns = columns
    this.height = grey.height
    this.#grey = grey
    this.#counts = new Uint8Array(columns * grey.height).fill(unknown)
  }

  in(column: number, row: number): number {
    const at = row * this.columns + column
    const known = this.#counts[at] ?? 0
    if (known !== unknown) return known
    const count = kernels().strokesFrom(row * this.#grey.width + column * piece)
    this.#counts[at] = count
    return count
  }

  full(column: number, row: number): boolean {
    return row >= 0 && row < this.height && this.in(column, row) >= leastStrokes
  }
}

/** Every run of at least `lowest` rows has one of these in it. */
const everyRow = 3

function runsOf(strokes: Strokes): Run[][] {
  return Array.from({ length: strokes.columns }, (_, column) => {
    const runs: Run[] = []
    for (let row = 0; row < strokes.height; row += everyRow) {
      if (row < (runs.at(-1)?.bottom ?? 0) || !strokes.full(column, row)) continue
      let top = row
      while (strokes.full(column, top - 1)) top--
      let bottom = row + 1
      while (strokes.full(column, bottom)) bottom++
      runs.push({ column, top, bottom })
    }
    return runs.filter(({ top, bottom }) => bottom - top >= lowest && bottom - top <= highest)
  })
}

/** Runs of neighbouring pieces that begin and end at about the same row. */
function chained(runs: readonly Run[][]): Run[][] {
  const taken = new Set<Run>()
  const lines: Run[][] = []
  for (const first of runs.flat()) {
    if (taken.has(first)) continue
    const line = [first]
    for (let last = first; ;) {
      const next = runs[last.column + 1]?.find((run) => !taken.has(run) && continues(last, run))
      if (next === undefined) break
      taken.add(next)
      line.push(next)
      last = next
    }
    if (line.length > 1) lines.push(line)
  }
  return lines
}

function continues(last: Run, next: Run): boolean {
  const loose = Math.max(2, 0.3 * (last.bottom - last.top))
  return Math.abs(next.top - last.top) <= loose && Math.abs(next.bottom - last.bottom) <= loose
}

/** Rows looked at above and below a line. */
const margin = 3
/** Strokes above or below a line, of those within. */
const mostOutside = 0.25
/** Rows of the letters' body have this share of the fullest rows' strokes; long letters have less. */
const bodyFrom = 0.55

/** The rows of the letters' body; null where the line is not set off from what surrounds it. */
function bodyOf(line: readonly Run[], strokes: Strokes): TextLine | null {
  const first = line[0]?.column ?? 0
  const last = line.at(-1)?.column ?? 0
  const from = Math.max(0, Math.min(...line.map((run) => run.top)) - margin)
  const to = Math.min(strokes.height, Math.max(...line.map((run) => run.bottom)) + margin)
  const rows = Array.from({ length: to - from }, (_, at) =>
    line.reduce((sum, { column }) => sum + strokes.in(column, from + at), 0),
  )
  const full = [...rows].sort((a, b) => b - a)[Math.floor(rows.length / 4)] ?? 0
  const above = Math.min(...rows.slice(0, margin))
  const below = Math.min(...rows.slice(-margin))
  if (Math.max(above, below) > mostOutside * full) return null
  const body = longestRun(rows, (count) => count >= bodyFrom * full)
  if (body.length < lowest || full / line.length < fewestStrokes(body.length)) return null
  return {
    left: first * piece,
    right: (last + 1) * piece,
    top: from + body.start,
    height: body.length,
  }
}

/** Small letters stand close together: windows of a house, as high as letters, do not. */
function fewestStrokes(height: number): number {
  return 48 / height + 3
}

function longestRun(
  rows: readonly number[],
  holds: (count: number) => boolean,
): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let length = 0
  for (const [at, count] of rows.entries()) {
    length = holds(count) ? length + 1 : 0
    if (length > best.length) best = { start: at - length + 1, length }
  }
  return best
}
