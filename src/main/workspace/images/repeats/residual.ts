/**
 * What differs between two pictures of one size, block by block, next to how much a re-encoding
 * could have done there. Works through strips of rows, so that memory stays small.
 */
import { blocksOf, collect, gather } from './blocks.ts'
import type { Blocks, Strip } from './blocks.ts'
import type { Pixels } from './decode.ts'
import { blurred, halved, hasColour, planesOf, subsampled } from './planes.ts'
import type { Planes, ToneTable } from './planes.ts'
import { apart, greatest, larger, smallest, wideMeans } from './samples.ts'

export interface Residual {
  grey: Blocks
  /** Over 16×16 pixels; the larger of the two colour differences. */
  colour: Blocks
  /** Largest mean difference of a 32×32 cell, in grey levels: faint but wide changes. */
  wideGrey: number
  wideColour: number
}

/** What either picture becomes when it is saved the way the other was; see `savedLike.ts`. */
export interface Saved {
  kept: readonly Pixels[]
  questioned: readonly Pixels[]
}

const stripRows = 128
const haloRows = 8

/** What is compared of a strip: blurred grey, blurred colours at half size, means of wide cells. */
interface Look {
  grey: Float32Array
  blue: Float32Array
  red: Float32Array
  wideGrey: Float32Array
  wideBlue: Float32Array
  wideRed: Float32Array
}

function lookOf({ width, rows, grey, blue, red }: Planes, strip: Strip): Look {
  const across = Math.ceil(width / 2)
  return {
    grey: blurred(grey, width),
    blue: blurred(halved(blue, width, rows), across),
    red: blurred(halved(red, width, rows), across),
    wideGrey: wideMeans(grey, strip),
    wideBlue: wideMeans(blue, strip),
    wideRed: wideMeans(red, strip),
  }
}

/** Rows of a picture, from one up to another. */
export interface Rows {
  from: number
  to: number
}

/**
 * Compares two pictures of one size, as they are. `explain` looks at some rows again, in all ways in
 * which a difference may have come about: there the smallest counts.
 */
export function residualOf(
  kept: Pixels,
  questioned: Pixels,
  tone: ToneTable | null,
  saved: Saved = { kept: [], questioned: [] },
) {
  const { width, height } = kept
  const all = [questioned, ...saved.kept, ...saved.questioned]
  if (all.some((one) => one.width !== width || one.height !== height)) {
    throw new RangeError('only pictures of one size have a residual')
  }
  const across = Math.ceil(width / 2)
  const grey = gather(width, height, 2)
  const colour = gather(across, Math.ceil(height / 2), 4)
  const strips = Array.from({ length: Math.ceil(height / stripRows) }, (_, at) => ({
    from: at * stripRows,
    to: Math.min(height, (at + 1) * stripRows),
    wideGrey: 0,
    wideColour: 0,
  }))

  function compare(rows: (typeof strips)[number], inAllWays: boolean): void {
    const first = Math.max(0, rows.from - haloRows)
    const end = Math.min(height, rows.to + haloRows)
    const strip: Strip = { width, top: first, from: rows.from - first, to: rows.to - first }
    const half: Strip = {
      width: across,
      top: first / 2,
      from: strip.from / 2,
      to: Math.ceil(strip.to / 2),
    }
    const look = (pixels: Pixels) => lookOf(planesOf(pixels, first, end, null), strip)
    const keptPlanes = planesOf(kept, first, end, tone)
    const questionedPlanes = planesOf(questioned, first, end, null)
    const one = lookOf(keptPlanes, strip)
    const other = lookOf(questionedPlanes, strip)
    const ways: [Look, Look][] = [[one, other]]
    if (inAllWays) {
      // Either may have had its colour subsampled where the other had not.
      if (hasColour(keptPlanes)) ways.push([lookOf(subsampled(keptPlanes), strip), other])
      if (hasColour(questionedPlanes)) ways.push([one, lookOf(subsampled(questionedPlanes), strip)])
      for (const pixels of saved.kept) ways.push([look(pixels), other])
      for (const pixels of saved.questioned) ways.push([one, look(pixels)])
    }
    const greys = smallest(ways.map(([here, there]) => apart(here.grey, there.grey)))
    collect(grey, strip, greys, [one.grey, other.grey])
    const colours = ways.map(([here, there]) =>
      larger(apart(here.blue, there.blue), apart(here.red, there.red)),
    )
    const planes = [one.blue, one.red, other.blue, other.red]
    collect(colour, half, blurred(smallest(colours), across), planes)
    const wideGreys = ways.map(([here, there]) => apart(here.wideGrey, there.wideGrey))
    const wideColours = ways.map(([here, there]) =>
      larger(apart(here.wideBlue, there.wideBlue), apart(here.wideRed, there.wideRed)),
    )
    rows.wideGrey = greatest(smallest(wideGreys))
    rows.wideColour = greatest(smallest(wideColours))
  }

  for (const rows of strips) compare(rows, false)

  return {
    explain(wanted: readonly Rows[]): void {
      for (const rows of strips) {
        if (wanted.some(({ from, to }) => from < rows.to && to > rows.from)) compare(rows, true)
      }
    },

    sofar: (): Residual => ({
      grey: blocksOf(grey),
      colour: blocksOf(colour),
      wideGrey: Math.max(0, ...strips.map(({ wideGrey }) => wideGrey)),
      wideColour: Math.max(0, ...strips.map(({ wideColour }) => wideColour)),
    }),
  }
}
