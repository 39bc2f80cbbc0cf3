/**
 * Whether a screenshot shows a picture, and whether what it shows is that picture. A screenshot is
 * the page around it, scaled and saved anew: nothing of it is certain, so this is a hint to a person.
 */
import type { Shown } from '#contract/postedPictures'
import { align } from './align.ts'
import { looksAlike } from './alike.ts'
import { compareSketches } from './compareSketches.ts'
import type { Extent, OpenSharp } from './decode.ts'
import { bestOfSizes, bestPlaces, leastShare, locateSide, sizeRatio } from './locate.ts'
import type { Located, Samples } from './locate.ts'
import type { Region } from './outline.ts'
import type { Placement } from './placement.ts'
import { pyramidOf } from './pyramid.ts'
import { greyOf, greySide, matte, sketchFrom } from './sketch.ts'
import type { Sketch } from './sketch.ts'

const unseen: Shown = { verdict: 'unseen', place: null, changed: [] }

/** Fit below which a place is not worth comparing. */
const leastFit = 0.5
/** Pixels of its longer side below which what stands there is too small to be compared. */
const leastPixels = 160
/** Pixels of the screenshot's longer side that are enough to find a place on. */
const readAtMost = 640
/** How far around a place it is looked for: the coarse samples tell it to a twentieth. */
const around = 0.08
/** A cell, of 32 by 32. At the picture's edge one is drawn half from the page beside it. */
const cell = 1 / 32
/** Share of the picture that saving and scaling may change of a true copy: one cell. */
const changedByScaling = cell * cell
/** What must be the same for a place to be that of the picture, whatever changed in it. */
const stillIt = { structure: 0.72, changed: 0.45, same: 0.12 }

/**
 * @param picture bytes of the approved picture
 * @param screen bytes of the screenshot
 * @param pixels that each of them may have
 * @throws whatever decoding throws
 */
export async function shownIn(
  open: OpenSharp,
  picture: Uint8Array,
  screen: Uint8Array,
  pixels: number,
): Promise<Shown> {
  const [kept, seen] = [await decoded(open, picture, pixels), await decoded(open, screen, pixels)]
  const keptSketch = await sketchOfPart(open, kept, whole)
  const readings: Reading[] = []
  for (const { place } of await locate(open, kept, seen)) {
    const reading = await readAt(open, keptSketch, seen, place)
    if (reading !== null) readings.push(reading)
  }
  const [best] = readings.toSorted((one, other) => other.promise - one.promise)
  if (best === undefined) return unseen
  const { place, comparison } = best
  const { changed, structure, same } = comparison
  const regions = comparison.changedRegions.filter((region) => !isEdge(region))
  const area = regions.reduce((sum, { width, height }) => sum + width * height, 0)
  if (looksAlike(comparison) && area <= changedByScaling) {
    return { verdict: 'same', place, changed: [] }
  }
  const isIt =
    looksAlike(comparison) ||
    (structure >= stillIt.structure && changed <= stillIt.changed && same >= stillIt.same)
  return isIt ? { verdict: 'differs', place, changed: regions } : unseen
}

/** Whether it is no more than the outermost line of cells, or a part of it. */
function isEdge({ x, y, width, height }: Region): boolean {
  const ends = [x + width, y + height, 1 - x, 1 - y]
  return ends.some((end) => end < 1.5 * cell)
}

interface Raster extends Extent {
  readonly data: Buffer
}

interface Reading {
  readonly place: Region
  readonly comparison: ReturnType<typeof compareSketches>
  readonly promise: number
}

const whole: Region = { x: 0, y: 0, width: 1, height: 1 }

/** All pixels, upright, without transparency. */
async function decoded(open: OpenSharp, bytes: Uint8Array, pixels: number): Promise<Raster> {
  const { data, info } = await open(bytes, { failOn: 'error', limitInputPixels: pixels })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: { r: matte, g: matte, b: matte } })
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== 3) throw new Error(`expected three channels, decoded ${info.channels}`)
  return { data, width: info.width, height: info.height }
}

function opened(open: OpenSharp, { data, width, height }: Raster) {
  return open(data, { raw: { width, height, channels: 3 } })
}

/** The picture itself at one end, a sixth of the screenshot at the other. */
async function locate(open: OpenSharp, kept: Raster, seen: Raster): Promise<Located[]> {
  const longer = Math.max(kept.width, kept.height)
  const pattern = await greyAt(open, kept, {
    width: Math.max(4, Math.round((locateSide * kept.width) / longer)),
    height: Math.max(4, Math.round((locateSide * kept.height) / longer)),
  })
  // Read once at less than its size: every size at which it is looked for is smaller still.
  const less = Math.min(1, readAtMost / Math.max(seen.width, seen.height))
  const read = await greyAt(open, seen, {
    width: Math.max(1, Math.round(seen.width * less)),
    height: Math.max(1, Math.round(seen.height * less)),
  })
  // As large as it can stand in the screenshot: there it takes all of its width, or all of its height.
  const fitting = Math.min(seen.width / kept.width, seen.height / kept.height)
  const found: Located[] = []
  for (let share = 1; share >= leastShare; share /= sizeRatio) {
    const side = share * fitting * longer
    if (side < leastPixels) break
    const scale = locateSide / side
    const size = {
      width: Math.max(pattern.width, Math.round(seen.width * scale)),
      height: Math.max(pattern.height, Math.round(seen.height * scale)),
    }
    const screen = await greySized(open, read, size)
    for (const { x, y, fit } of bestPlaces(pattern, screen, 2)) {
      if (fit < leastFit) continue
      found.push({
        fit,
        place: {
          x: x / size.width,
          y: y / size.height,
          width: pattern.width / size.width,
          height: pattern.height / size.height,
        },
      })
    }
  }
  return bestOfSizes(found)
}

async function greyAt(open: OpenSharp, raster: Raster, size: Extent): Promise<Samples> {
  const data = await opened(open, raster)
    .resize(size.width, size.height, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
  return { data, ...size }
}

async function greySized(open: OpenSharp, grey: Samples, size: Extent): Promise<Samples> {
  const data = await open(grey.data, {
    raw: { width: grey.width, height: grey.height, channels: 1 },
  })
    .resize(size.width, size.height, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer()
  return { data, ...size }
}

/** Lays the picture on a place, first with some of what is around it, then exactly. */
async function readAt(
  open: OpenSharp,
  kept: Sketch,
  seen: Raster,
  place: Region,
): Promise<Reading | null> {
  const wide = widened(place)
  const start: Placement = {
    scaleX: place.width / wide.width,
    scaleY: place.height / wide.height,
    shiftX: (place.x - wide.x) / wide.width,
    shiftY: (place.y - wide.y) / wide.height,
  }
  const surroundings = await sketchOfPart(open, seen, wide)
  const found = align(pyramidOf(greyOf(kept)), pyramidOf(greyOf(surroundings)), [start])
  const exact = found === null ? place : placed(found, wide)
  if (exact === null) return null
  const sketch = await sketchOfPart(open, seen, exact)
  const comparison = compareSketches(kept, sketch)
  const { structure, changed } = comparison
  return { place: exact, comparison, promise: structure - changed }
}

function widened({ x, y, width, height }: Region): Region {
  const left = Math.max(0, x - around * width)
  const top = Math.max(0, y - around * height)
  return {
    x: left,
    y: top,
    width: Math.min(1, x + (1 + around) * width) - left,
    height: Math.min(1, y + (1 + around) * height) - top,
  }
}

/** Where the picture lies, as much of it as is on the screenshot; null where that is nothing. */
function placed({ scaleX, scaleY, shiftX, shiftY }: Placement, within: Region): Region | null {
  const clamp = (value: number) => Math.max(0, Math.min(1, value))
  const left = clamp(within.x + shiftX * within.width)
  const top = clamp(within.y + shiftY * within.height)
  const right = clamp(within.x + (shiftX + scaleX) * within.width)
  const bottom = clamp(within.y + (shiftY + scaleY) * within.height)
  const region = { x: left, y: top, width: right - left, height: bottom - top }
  return region.width > 0 && region.height > 0 ? region : null
}

async function sketchOfPart(open: OpenSharp, raster: Raster, part: Region): Promise<Sketch> {
  const left = Math.min(raster.width - 1, Math.round(part.x * raster.width))
  const top = Math.min(raster.height - 1, Math.round(part.y * raster.height))
  const width = Math.max(1, Math.min(raster.width - left, Math.round(part.width * raster.width)))
  const height = Math.max(1, Math.min(raster.height - top, Math.round(part.height * raster.height)))
  const samples = await opened(open, raster)
    .extract({ left, top, width, height })
    .resize(greySide, greySide, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return sketchFrom(samples, { width, height })
}
