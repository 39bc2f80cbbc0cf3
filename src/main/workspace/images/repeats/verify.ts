/**
 * The comparison of all pixels, and if that leaves a doubt the same again with what is known of how
 * the files were saved.
 */
import { confirm, highestLimit } from './confirm.ts'
import type { Confirmation } from './confirm.ts'
import type { Pixels } from './decode.ts'
import { cut } from './frame.ts'
import type { Laid } from './lay.ts'
import { explainedShare } from './meanOff.ts'
import type { Region } from './outline.ts'
import { extentOf, isSameExtent } from './picture.ts'
import type { Picture } from './picture.ts'
import type { Saved } from './residual.ts'
import { sameTone } from './tone.ts'

/** Levels, after the blur, by which nothing that can be seen is off. */
const unseen = 1.25
/** The same where all of the picture is smooth: the faintest readable mark is further off. */
const unseenOnPlain = 2.5
/** Share of 8×8 blocks that must show something for sameness to mean anything. */
const leastContent = 0.01

/**
 * `exact`: no place is off by what could be seen, whatever the picture shows and however small it is.
 * `explained`: nothing is off by more than re-encoding explains.
 */
export type Certainty = 'exact' | 'explained' | 'plain' | 'none'

export interface Verified {
  confirmation: Confirmation
  certainty: Certainty
}

function certaintyOf(confirmation: Confirmation): Certainty {
  const { certain, content, farthestGrey, farthestColour } = confirmation
  if (!certain) return 'none'
  const farthest = Math.max(farthestGrey, farthestColour)
  if (farthest <= unseen) return 'exact'
  return content >= leastContent || farthest <= unseenOnPlain ? 'explained' : 'plain'
}

/** Times the limit a copy may be off before its encoding is known: faint detail allows very little. */
const worthSaving = 10

/**
 * @param enough what ends the search for a better explanation
 */
export async function verify(
  kept: Picture,
  questioned: Picture,
  laid: Laid,
  isMirrored: boolean,
  enough: readonly Certainty[],
): Promise<Verified> {
  const confirmation = confirm(laid.kept, laid.questioned)
  const plainly = { confirmation, certainty: certaintyOf(confirmation) }
  const { tone, worstGrey, worstColour } = confirmation
  const sameSize = isSameExtent(extentOf(kept), extentOf(questioned))
  if (
    enough.includes(plainly.certainty) ||
    isMirrored ||
    !sameSize ||
    tone !== sameTone ||
    worstGrey > worthSaving ||
    worstColour > worthSaving
  ) {
    return plainly
  }
  return (await withSaved(kept, questioned, laid, enough, confirmation.changed[0])) ?? plainly
}

/** Rows above and below a place that are compared before all of the picture is. */
const around = 40

function bandOf(pixels: Pixels, { y, height }: Region): Pixels {
  // Whole squares of the encoders, though nothing here depends on it.
  const top = Math.max(0, Math.floor((y * pixels.height - around) / 16) * 16)
  const bottom = Math.min(pixels.height, Math.ceil((y + height) * pixels.height + around))
  return cut(pixels, 0, top, { width: pixels.width, height: bottom - top })
}

/** Whether a guess at how a file was saved leaves a place as doubtful as it was. */
function leavesDoubt(laid: Laid, saved: Saved, place: Region | undefined): boolean {
  if (place === undefined) return false
  const band = (pixels: Pixels) => bandOf(pixels, place)
  const { worstGrey, worstColour } = confirm(band(laid.kept), band(laid.questioned), {
    kept: saved.kept.map(band),
    questioned: saved.questioned.map(band),
  })
  return worstGrey > highestLimit.grey || worstColour > highestLimit.colour
}

/** Share explained to the last pixel from which the way a file was saved is known. */
const rightGuess = 0.6

async function withSaved(
  kept: Picture,
  questioned: Picture,
  laid: Laid,
  enough: readonly Certainty[],
  doubtful: Region | undefined,
): Promise<Verified | null> {
  const savedKept: Pixels[] = []
  const savedQuestioned: Pixels[] = []
  const again = (): Verified | null => {
    const saved = { kept: savedKept, questioned: savedQuestioned }
    if (leavesDoubt(laid, saved, doubtful)) return null
    const confirmation = confirm(laid.kept, laid.questioned, saved)
    return { confirmation, certainty: certaintyOf(confirmation) }
  }
  let last: Verified | null = null
  for await (const pixels of questioned.savedLike(laid.kept, laid.questioned)) {
    savedKept.push(pixels)
    last = again() ?? last
    if (last !== null && enough.includes(last.certainty)) return last
    if (explainedShare(laid.kept, laid.questioned, pixels) >= rightGuess) return last
  }
  // The kept one may be the copy, and the questioned one its original.
  for await (const pixels of kept.savedLike(laid.questioned, laid.kept)) {
    savedQuestioned.push(pixels)
    last = again() ?? last
    if (last !== null && enough.includes(last.certainty)) return last
    if (explainedShare(laid.questioned, laid.kept, pixels) >= rightGuess) return last
  }
  return last
}
