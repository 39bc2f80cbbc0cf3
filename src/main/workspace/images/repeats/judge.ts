/**
 * Whether a picture repeats another: the sketches decide what is worth a person's look, all pixels
 * decide what is certain. When in doubt it is likely, never certain.
 */
import { looksAlike } from './alike.ts'
import type { Proposal } from './candidates.ts'
import { compareSketches } from './compareSketches.ts'
import type { SketchComparison } from './compareSketches.ts'
import { samePixels } from './confirm.ts'
import type { Confirmation } from './confirm.ts'
import { frameFor } from './frame.ts'
import type { Frame } from './frame.ts'
import { lay, within } from './lay.ts'
import { outlined } from './outline.ts'
import type { Region } from './outline.ts'
import { extentOf, isSameExtent, remembering } from './picture.ts'
import type { Picture } from './picture.ts'
import { cellDifferences, cellsAcross } from './sketchDifference.ts'
import { verify } from './verify.ts'
import type { Certainty } from './verify.ts'

export type { Picture } from './picture.ts'

/** Why a pair that looks the same is left to a person. */
type Doubt =
  /** Text of 16 px on a poster would not be legible in pixels this few. */
  | 'small'
  /** More pixels than are compared. */
  | 'large'
  /** Too little to see for sameness to mean much. */
  | 'plain'
  /** Transparency, frames or pages that were not compared. */
  | 'has-more'
  /** Cropped and resized, enlarged, stretched or bordered: not to be laid pixel on pixel. */
  | 'reshaped'
  /** The questioned picture is a smaller part of the kept one than a slight crop leaves. */
  | 'cropped'
  /** Something differs: `changedBlocks` says where. */
  | 'changed'

export interface Judgement {
  relation: 'identical-pixels' | 'certain' | 'likely' | 'different'
  mirrored: boolean
  /** Why likely and not certain; null for the other relations. */
  doubt: Doubt | null
  figures: { sketch: SketchFigures; pixels: PixelFigures | null }
  /** Where the two differ, in shares of the kept picture. */
  changedBlocks: Region[]
}

type SketchFigures = Omit<SketchComparison, 'changedRegions' | 'mirrored'>
type PixelFigures = Omit<Confirmation, 'changed' | 'certain'>

/** The longer side, in pixels, below which only an exact copy is certain. */
const leastVerified = 1_200
/** And below which not even that is: at 330 px and quality 40 a changed letter left no trace. */
const leastExact = 600
/** Pixels of either picture above which nothing is certain: it would cost too much memory. */
const mostVerified = 40_000_000
/** Share of the kept picture that a slight crop leaves: 3 % off each side, and rounding. */
const leastKept = 0.87

/** Sketches this alike are worth the cost of comparing pixels. */
const worthConfirming = { structure: 0.9, changed: 0.02 }
/** Levels by which a cell of a copy's sketch may be off; set A reached 9, and edits begin at 3. */
const cellOff = 16
/** Share of the side by which the alignment of two sketches may be off by itself. */
const unmoved = 0.004
/** Levels from which a cell is outlined as changed when the sketches are all there is. */
const cellShown = 8

/** Whether there is more to the picture than its pixels on mid-grey; then nothing is certain. */
function hasMore({ sketch, frames }: Picture): boolean {
  return !sketch.opaque || frames > 1
}

/** Why the pixels need not be compared: whatever they say, a person decides. */
function doubtBeforehand(kept: Picture, questioned: Picture, frame: Frame | null): Doubt | null {
  const extents = [extentOf(kept), extentOf(questioned)]
  const isWithin = (side: number) =>
    extents.every(({ width, height }) => Math.max(width, height) >= side)
  if (hasMore(kept) || hasMore(questioned)) return 'has-more'
  if (!isWithin(isSameExtent(extentOf(kept), extentOf(questioned)) ? leastExact : leastVerified)) {
    return 'small'
  }
  if (frame === null) return 'reshaped'
  if (extents.some(({ width, height }) => width * height > mostVerified)) return 'large'
  return null
}

/** Every pixel the same: sizes are equal, so what was decoded is all that is compared. */
async function isIdentical(kept: Picture, questioned: Picture): Promise<boolean> {
  const extent = extentOf(kept)
  if (hasMore(kept) || hasMore(questioned)) return false
  if (!isSameExtent(extent, extentOf(questioned))) return false
  return samePixels(await kept.pixels(extent), await questioned.pixels(extent))
}

/**
 * Where the sketches of two pictures of one size differ by more than any encoding makes them; empty
 * when they do not, or are not to be compared as they are.
 */
function visiblyChanged(
  kept: Picture,
  questioned: Picture,
  comparison: SketchComparison,
): Region[] {
  const { gain, offset, scaleX, scaleY, shiftX, shiftY } = comparison.alignment
  const isToned = Math.abs(gain - 1) > 0.02 || Math.abs(offset) > 4
  const moved = [scaleX - 1, scaleY - 1, shiftX, shiftY].some((by) => Math.abs(by) > unmoved)
  if (
    comparison.mirrored ||
    isToned ||
    moved ||
    !isSameExtent(extentOf(kept), extentOf(questioned))
  )
    return []
  const apart = cellDifferences(kept.sketch.samples, questioned.sketch.samples)
  if (!apart.some((off) => off > cellOff)) return []
  const share = { width: 1 / cellsAcross, height: 1 / cellsAcross }
  const grid = { columns: cellsAcross, rows: cellsAcross }
  return outlined(grid, (at) => (apart[at] ?? 0) > cellShown, share)
}

/**
 * @param proposals how the fingerprints found the pair, nearest first
 * @throws whatever decoding throws; a caller then treats the pair as likely
 */
export async function judge(
  keptPicture: Picture,
  questionedPicture: Picture,
  proposals: readonly Proposal[] = [],
): Promise<Judgement> {
  const kept = remembering(keptPicture)
  const questioned = remembering(questionedPicture)
  const comparison = compareSketches(kept.sketch, questioned.sketch, proposals)
  const { changedRegions, mirrored: isMirrored, ...sketch } = comparison
  const base = { mirrored: isMirrored, figures: { sketch, pixels: null } }
  const sure = { doubt: null, changedBlocks: [] }
  if (!looksAlike(comparison)) return { ...base, ...sure, relation: 'different' }
  const likely = (doubt: Doubt, changedBlocks = changedRegions): Judgement => ({
    ...base,
    relation: 'likely',
    doubt,
    changedBlocks,
  })
  const visible = visiblyChanged(kept, questioned, comparison)
  if (visible.length > 0) return likely('changed', visible)
  if (!isMirrored && comparison.changed === 0 && (await isIdentical(kept, questioned))) {
    return { ...base, ...sure, relation: 'identical-pixels' }
  }
  const { structure, changed, alignment } = comparison
  if (structure < worthConfirming.structure || changed > worthConfirming.changed) {
    return likely('changed')
  }
  const frame = frameFor(extentOf(kept), extentOf(questioned), alignment)
  const doubt = doubtBeforehand(kept, questioned, frame)
  if (doubt !== null || frame === null) return likely(doubt ?? 'reshaped')
  const laid = await lay(kept, questioned, frame, isMirrored)
  if (laid === null) return likely('reshaped')
  const small = Math.max(kept.sketch.width, kept.sketch.height) < leastVerified
  const enough: readonly Certainty[] = small ? ['exact'] : ['exact', 'explained']
  const { confirmation, certainty } = await verify(kept, questioned, laid, isMirrored, enough)
  const { changed: regions, certain, ...pixels } = confirmation
  const confirmed = { ...base, figures: { sketch, pixels } }
  if (enough.includes(certainty) && laid.share >= leastKept) {
    return { ...confirmed, ...sure, relation: 'certain' }
  }
  return {
    ...confirmed,
    relation: 'likely',
    doubt: !certain ? 'changed' : laid.share < leastKept ? 'cropped' : small ? 'small' : 'plain',
    changedBlocks: regions.map((region) => within(laid.origin, region)),
  }
}
