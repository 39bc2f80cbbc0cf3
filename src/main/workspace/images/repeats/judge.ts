/**
 * Whether a picture repeats another: the sketches decide what is worth a person's look, all pixels
 * decide what is certain. When in doubt it is likely, never certain.
 */
import { looksAlike } from './alike.ts'
import type { Proposal } from './candidates.ts'
import { compareSketches } from './compareSketches.ts'
import type { SketchComparison } from './compareSketches.ts'
import { confirm, samePixels } from './confirm.ts'
import type { Confirmation } from './confirm.ts'
import type { Extent, Pixels } from './decode.ts'
import { cut, frameFor, mirrored, placeOfCut } from './frame.ts'
import type { Frame } from './frame.ts'
import type { Region } from './outline.ts'
import type { Sketch } from './sketch.ts'

export interface Picture {
  sketch: Sketch
  /** Frames of an animation, pages of a document; 1 for a plain picture. Only the first is seen. */
  frames: number
  /** All pixels, upright, at the given size (the natural one when they are equal). */
  pixels: (extent: Extent) => Promise<Pixels>
}

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

/** The longer side, in pixels, below which nothing is certain. */
const leastVerified = 1_200
/** Pixels of either picture above which nothing is certain: it would cost too much memory. */
const mostVerified = 40_000_000
/** Share of the kept picture that a slight crop leaves: 3 % off each side, and rounding. */
const leastKept = 0.87
/** Share of 8×8 blocks that must show something for sameness to mean anything. */
const leastContent = 0.01

/** Sketches this alike are worth the cost of comparing pixels. */
const worthConfirming = { structure: 0.9, changed: 0.02 }

function extentOf({ sketch }: Picture): Extent {
  return { width: sketch.width, height: sketch.height }
}

/** Whether there is more to the picture than its pixels on mid-grey; then nothing is certain. */
function hasMore({ sketch, frames }: Picture): boolean {
  return !sketch.opaque || frames > 1
}

/** Decodes once where the same size is asked for twice in a row. */
function remembering(picture: Picture): Picture {
  let last: { extent: Extent; pixels: Promise<Pixels> } | null = null
  const pixels = (extent: Extent) => {
    if (last === null || !isSameExtent(last.extent, extent)) {
      last = { extent, pixels: picture.pixels(extent) }
    }
    return last.pixels
  }
  return { ...picture, pixels }
}

function isSameExtent(one: Extent, other: Extent): boolean {
  return one.width === other.width && one.height === other.height
}

/** Why the pixels need not be compared: whatever they say, a person decides. */
function doubtBeforehand(kept: Picture, questioned: Picture, frame: Frame | null): Doubt | null {
  const extents = [extentOf(kept), extentOf(questioned)]
  if (hasMore(kept) || hasMore(questioned)) return 'has-more'
  if (extents.some(({ width, height }) => Math.max(width, height) < leastVerified)) return 'small'
  if (frame === null) return 'reshaped'
  if (extents.some(({ width, height }) => width * height > mostVerified)) return 'large'
  return null
}

interface Laid {
  kept: Pixels
  questioned: Pixels
  /** Share of the kept picture that is compared, and where it begins. */
  share: number
  origin: Region
}

/** Both pictures at one size, pixel on pixel; null when the cut is not found. */
async function lay(
  kept: Picture,
  questioned: Picture,
  frame: Frame,
  isMirrored: boolean,
): Promise<Laid | null> {
  const turned = (pixels: Pixels) => (isMirrored ? mirrored(pixels) : pixels)
  if (frame.kind === 'whole') {
    return {
      kept: await kept.pixels(frame.extent),
      questioned: turned(await questioned.pixels(frame.extent)),
      share: 1,
      origin: { x: 0, y: 0, width: 1, height: 1 },
    }
  }
  const whole = await kept.pixels(extentOf(kept))
  const part = turned(await questioned.pixels(extentOf(questioned)))
  const place = placeOfCut(whole, part, frame)
  if (place === null) return null
  const width = part.width / whole.width
  const height = part.height / whole.height
  return {
    kept: cut(whole, place.left, place.top, part),
    questioned: part,
    share: width * height,
    origin: { x: place.left / whole.width, y: place.top / whole.height, width, height },
  }
}

function within(origin: Region, region: Region): Region {
  return {
    x: origin.x + region.x * origin.width,
    y: origin.y + region.y * origin.height,
    width: region.width * origin.width,
    height: region.height * origin.height,
  }
}

/** Every pixel the same: sizes are equal, so what was decoded is all that is compared. */
async function isIdentical(kept: Picture, questioned: Picture): Promise<boolean> {
  const extent = extentOf(kept)
  if (hasMore(kept) || hasMore(questioned)) return false
  if (!isSameExtent(extent, extentOf(questioned))) return false
  if (extent.width * extent.height > mostVerified) return false
  return samePixels(await kept.pixels(extent), await questioned.pixels(extent))
}

/**
 * @param proposals what the fingerprints proposed for this pair; none means "as a whole"
 * @returns the relation of the questioned picture to the kept one; not symmetric, since a cropped
 * copy shows nothing new but the full picture does
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
  if (!looksAlike(comparison)) {
    return { ...base, relation: 'different', doubt: null, changedBlocks: [] }
  }
  const likely = (doubt: Doubt): Judgement => ({
    ...base,
    relation: 'likely',
    doubt,
    changedBlocks: changedRegions,
  })
  if (!isMirrored && comparison.changed === 0 && (await isIdentical(kept, questioned))) {
    return { ...base, relation: 'identical-pixels', doubt: null, changedBlocks: [] }
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
  const { changed: regions, certain, ...pixels } = confirm(laid.kept, laid.questioned)
  const confirmed = { ...base, figures: { sketch, pixels } }
  if (certain && laid.share >= leastKept && pixels.content >= leastContent) {
    return { ...confirmed, relation: 'certain', doubt: null, changedBlocks: [] }
  }
  return {
    ...confirmed,
    relation: 'likely',
    doubt: !certain ? 'changed' : laid.share < leastKept ? 'cropped' : 'plain',
    changedBlocks: regions.map((region) => within(laid.origin, region)),
  }
}
