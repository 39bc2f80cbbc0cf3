/**
 * The last word before a rejection: every block of both pictures, at the full size of the smaller
 * one. Certain only if nothing differs by more than re-encoding explains; how that limit was
 * found, and how far siblings stay from it, is in docs/decisions/0003.
 */
import { blockSide } from './blocks.ts'
import type { Blocks } from './blocks.ts'
import type { Tone } from './placement.ts'
import type { Extent, Pixels } from './decode.ts'
import { outlined } from './outline.ts'
import type { Region, Share } from './outline.ts'
import { residualOf } from './residual.ts'
import type { Residual, Saved } from './residual.ts'
import { greatest } from './samples.ts'
import { sameTone, tableFor, toneBetween } from './tone.ts'

export interface Confirmation {
  certain: boolean
  tone: Tone
  /** The worst block's difference by what re-encoding explains there; certain needs `limit`. */
  worstGrey: number
  worstColour: number
  limitGrey: number
  limitColour: number
  /** Largest mean difference of a 32×32 cell, in levels. */
  wideGrey: number
  wideColour: number
  /** Largest difference anywhere, in levels after the blur. */
  farthestGrey: number
  farthestColour: number
  /** Share of blocks in which something can be seen. */
  content: number
  /** What differs, outlined. */
  changed: Region[]
}

/** Levels (after a 3×3 blur) that JPEG from quality 60 can be off, by the local contrast. */
function explained(contrast: number): number {
  return 8 + 0.06 * contrast
}

/**
 * Of what is faint less is explained, least where its surroundings are flat: there a letter of 18
 * levels is off by 8, and a copy by more only until its encoding is known.
 */
const faint = { below: 50, explained: 0.68 }
const onPaper = { flatness: 0.3, explained: 0.5, veryFaint: 32, leastExplained: 0.35 }

function explainedIn(contrast: number, flatness: number): number {
  if (contrast >= faint.below) return explained(contrast)
  if (flatness < onPaper.flatness) return explained(contrast) * faint.explained
  const share = contrast < onPaper.veryFaint ? onPaper.leastExplained : onPaper.explained
  return explained(contrast) * share
}

/** Contrast from which a block is said to show something. */
const visible = 20
/** How far over what is explained a block may be at most, whatever the noise. */
export const highestLimit = { grey: 1.1, colour: 0.95 }
const lowestLimit = 0.15
/** The limit follows the pair's own noise: in two nearly equal files a small change stands out. */
const limitPerNoise = 3

const wideLimit = { grey: 4.5, colour: 4 }
const wideLimitBrightened = { grey: 6, colour: 6 }

function scoredGrey({ difference, contrast, flatness }: Blocks): Float32Array {
  return difference.map((off, at) => off / explainedIn(contrast[at] ?? 0, flatness[at] ?? 0))
}

function scoredColour({ difference, contrast }: Blocks): Float32Array {
  return difference.map((off, at) => off / explained(contrast[at] ?? 0))
}

/** The 95th percentile among blocks that show something. */
function noiseOf(scores: Float32Array, shows: (block: number) => boolean): number {
  const busy = scores.filter((_, at) => shows(at)).sort()
  return busy[Math.floor(busy.length * 0.95)] ?? 0
}

function limitFor(noise: number, highest: number): number {
  return Math.min(highest, lowestLimit + limitPerNoise * noise)
}

/** How much brightening is still the same picture: beyond, a person decides. */
function isSlight({ gain, offset }: Tone): boolean {
  return gain > 0.8 && gain < 1.25 && Math.abs((gain - 1) * 128 + offset) < 32
}

/** Whether both have the same size and not one byte differs. */
export function samePixels(kept: Pixels, questioned: Pixels): boolean {
  if (kept.width !== questioned.width || kept.height !== questioned.height) return false
  return Buffer.compare(kept.data, questioned.data) === 0
}

/** A block's size as a share of the picture; colour's blocks are twice as large. */
function blockShare(width: number, height: number, times: number): Share {
  return { width: (blockSide * times) / width, height: (blockSide * times) / height }
}

/**
 * Both of one size, upright, the questioned one already mirrored back if it was mirrored.
 *
 * @param saved what is known of their encodings: a difference that saving makes is none
 */
export function confirm(kept: Pixels, questioned: Pixels, saved?: Saved): Confirmation {
  const tone = saved === undefined ? toneBetween(kept, questioned) : sameTone
  const table = tone === sameTone ? null : tableFor(tone)
  const residual = residualOf(kept, questioned, table, saved)
  const everywhere = [{ from: 0, to: kept.height }]
  if (saved !== undefined) {
    residual.explain(everywhere)
    return confirmed(residual.sofar(), kept, tone)
  }
  const plain = confirmed(residual.sofar(), kept, tone)
  if (plain.certain) return plain
  const { wideGrey, wideColour, changed } = plain
  const isWide = wideGrey > wideLimit.grey || wideColour > wideLimit.colour
  const over = changed.map(({ y, height }) => ({
    from: y * kept.height,
    to: (y + height) * kept.height,
  }))
  residual.explain(isWide ? everywhere : over)
  return confirmed(residual.sofar(), kept, tone)
}

/** Of the noise seen, so much is taken for the pair's own: part of it is explained otherwise. */
const ownNoise = 0.8

function confirmed(residual: Residual, { width, height }: Extent, tone: Tone): Confirmation {
  const { grey, colour, wideGrey, wideColour } = residual
  const shows = (block: number) => (grey.contrast[block] ?? 0) >= visible
  const showsColour = (block: number) => {
    const row = Math.floor(block / colour.columns) * 2
    const column = (block % colour.columns) * 2
    return shows(row * grey.columns + column) || (colour.contrast[block] ?? 0) >= visible
  }
  const greyScores = scoredGrey(grey)
  const colourScores = scoredColour(colour)
  const limitGrey = limitFor(ownNoise * noiseOf(greyScores, shows), highestLimit.grey)
  const limitColour = limitFor(ownNoise * noiseOf(colourScores, showsColour), highestLimit.colour)
  const wide = tone === sameTone ? wideLimit : wideLimitBrightened
  const worstGrey = greatest(greyScores)
  const worstColour = greatest(colourScores)
  const isOver = (scores: Float32Array, limit: number) => (at: number) => (scores[at] ?? 0) > limit
  return {
    certain:
      isSlight(tone) &&
      worstGrey <= limitGrey &&
      worstColour <= limitColour &&
      wideGrey <= wide.grey &&
      wideColour <= wide.colour,
    tone,
    worstGrey,
    worstColour,
    limitGrey,
    limitColour,
    wideGrey,
    wideColour,
    farthestGrey: greatest(grey.difference),
    farthestColour: greatest(colour.difference),
    content: grey.contrast.filter((contrast) => contrast >= visible).length / grey.contrast.length,
    changed: [
      ...outlined(grey, isOver(greyScores, limitGrey), blockShare(width, height, 1)),
      ...outlined(colour, isOver(colourScores, limitColour), blockShare(width, height, 2)),
    ],
  }
}
