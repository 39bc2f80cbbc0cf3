/**
 * What differs between two pictures of one size, block by block, next to how much a re-encoding
 * could have done there. Works through strips of rows, so that memory stays small.
 */
import { blocksOf, collect, gather } from './blocks.ts'
import type { Blocks, Strip } from './blocks.ts'
import type { Pixels } from './decode.ts'
import { blurred, halved, planesOf, subsampled } from './planes.ts'
import type { Planes, ToneTable } from './planes.ts'

export interface Residual {
  grey: Blocks
  /** Over 16×16 pixels; the larger of the two colour differences. */
  colour: Blocks
  /** Largest mean difference of a 32×32 cell, in grey levels: faint but wide changes. */
  wideGrey: number
  wideColour: number
}

const stripRows = 128
const haloRows = 8
const wideSide = 32

/** What is compared of a strip: blurred grey, blurred colours at half size, means of wide cells. */
interface Look {
  grey: Float32Array
  blue: Float32Array
  red: Float32Array
  wideGrey: Float32Array
  wideBlue: Float32Array
  wideRed: Float32Array
}

/** Means of whole 32×32 cells of the rows that count. */
function wideMeans(plane: Float32Array, { width, from, to }: Strip): Float32Array {
  const columns = Math.floor(width / wideSide)
  const rows = Math.floor((to - from) / wideSide)
  const means = new Float32Array(columns * rows)
  for (let cell = 0; cell < means.length; cell++) {
    const top = from + Math.floor(cell / columns) * wideSide
    const left = (cell % columns) * wideSide
    let sum = 0
    for (let y = top; y < top + wideSide; y++) {
      for (let x = left; x < left + wideSide; x++) sum += plane[y * width + x] ?? 0
    }
    means[cell] = sum / (wideSide * wideSide)
  }
  return means
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

// Plain loops: over a whole picture a callback per sample costs several times as much.

function apart(one: Float32Array, other: Float32Array): Float32Array {
  const difference = new Float32Array(one.length)
  for (let at = 0; at < one.length; at++) {
    difference[at] = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  }
  return difference
}

function larger(one: Float32Array, other: Float32Array): Float32Array {
  const result = new Float32Array(one.length)
  for (let at = 0; at < one.length; at++) result[at] = Math.max(one[at] ?? 0, other[at] ?? 0)
  return result
}

function smallest(all: readonly Float32Array[]): Float32Array {
  const least = new Float32Array(all[0]?.length ?? 0).fill(Infinity)
  for (const one of all) {
    for (let at = 0; at < least.length; at++) {
      const value = one[at] ?? 0
      if (value < (least[at] ?? 0)) least[at] = value
    }
  }
  return least
}

function most(values: Float32Array): number {
  return values.reduce((greatest, value) => Math.max(greatest, value), 0)
}

/** Compares two pictures of one size. */
export function residualOf(kept: Pixels, questioned: Pixels, tone: ToneTable): Residual {
  const { width, height } = kept
  if (width !== questioned.width || height !== questioned.height) {
    throw new RangeError('only pictures of one size have a residual')
  }
  const identity = Float32Array.from({ length: 256 }, (_, value) => value)
  const across = Math.ceil(width / 2)
  const grey = gather(width, height, 2)
  const colour = gather(across, Math.ceil(height / 2), 4)
  let wideGrey = 0
  let wideColour = 0
  for (let top = 0; top < height; top += stripRows) {
    const first = Math.max(0, top - haloRows)
    const last = Math.min(height, top + stripRows)
    const end = Math.min(height, last + haloRows)
    const strip: Strip = { width, top: first, from: top - first, to: last - first }
    const half: Strip = {
      width: across,
      top: first / 2,
      from: strip.from / 2,
      to: Math.ceil(strip.to / 2),
    }
    const keptPlanes = planesOf(kept, first, end, tone)
    const questionedPlanes = planesOf(questioned, first, end, identity)
    const one = lookOf(keptPlanes, strip)
    const other = lookOf(questionedPlanes, strip)
    // Either may have had its colour subsampled where the other had not.
    const ways: [Look, Look][] = [
      [one, other],
      [lookOf(subsampled(keptPlanes), strip), other],
      [one, lookOf(subsampled(questionedPlanes), strip)],
    ]
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
    wideGrey = Math.max(wideGrey, most(smallest(wideGreys)))
    wideColour = Math.max(wideColour, most(smallest(wideColours)))
  }
  return { grey: blocksOf(grey), colour: blocksOf(colour), wideGrey, wideColour }
}
