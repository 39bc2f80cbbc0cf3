/**
 * Where a picture stands within a screenshot: on a page, among other things, at any smaller size.
 * The picture is known, so it is looked for itself: its few grey samples are laid on the screenshot
 * at every place and at each of some sizes, and the places where they rise and fall together most
 * are told. Coarse: whoever asks then lays the picture on the place and compares the two.
 */
import type { Region } from './outline.ts'

/** Grey samples, row by row. */
export interface Samples {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A place within the screenshot and how well the picture fits there: 1 entirely, 0 not at all. */
export interface Located {
  readonly place: Region
  readonly fit: number
}

/** Samples of the picture's longer side: its lines of writing are bands, its photo is shades. */
export const locateSide = 24
/** Each size at which it is looked for is so many times the next smaller one. */
export const sizeRatio = 1.06
/** Share of the screenshot's side below which it would be too small to be compared anyway. */
export const leastShare = 0.16
/** Places told at most. */
const toldAtMost = 4
/** Share of the overlap from which two places are one. */
const samePlace = 0.4

/** The picture in so many blocks: where some of them fit, the others may have been changed. */
const blocks = { across: 3, down: 2 } as const
/** Blocks of them that have to fit. */
const fittingBlocks = 4
/** Variance (in grey levels, squared) of what shows nothing; keeps noise from fitting. */
const plain = 16

/**
 * The samples of a picture laid on the samples of a screenshot, both at one scale.
 * @returns the places where it fits best, by their upper left sample, best first
 */
export function bestPlaces(picture: Samples, screen: Samples, count: number): readonly Place[] {
  const [across, down] = [screen.width - picture.width, screen.height - picture.height]
  if (across < 0 || down < 0) return []
  const parts = blocksOf(picture)
  const found: Place[] = []
  const fits = new Float64Array(parts.length)
  for (let y = 0; y <= down; y += 1) {
    for (let x = 0; x <= across; x += 1) {
      for (const [at, part] of parts.entries()) fits[at] = fitOf(part, screen, x, y)
      fits.sort()
      let fit = 0
      for (let at = parts.length - fittingBlocks; at < parts.length; at += 1) fit += fits[at] ?? 0
      fit /= fittingBlocks
      if (found.length < count || fit > (found.at(-1)?.fit ?? 0)) {
        insert(found, { x, y, fit }, count)
      }
    }
  }
  return found
}

/** A block of the picture: where it lies, and by how much its samples are over their mean. */
interface Block {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly over: Float64Array
  /** Mean square of `over`. */
  readonly variance: number
}

function blocksOf({ data, width, height }: Samples): Block[] {
  const edge = (place: number, of: number, side: number) => Math.round((place * side) / of)
  return Array.from({ length: blocks.across * blocks.down }, (_, at) => {
    const [column, row] = [at % blocks.across, Math.floor(at / blocks.across)]
    const left = edge(column, blocks.across, width)
    const top = edge(row, blocks.down, height)
    const wide = edge(column + 1, blocks.across, width) - left
    const high = edge(row + 1, blocks.down, height) - top
    const values = Float64Array.from(
      { length: wide * high },
      (_value, place) =>
        data[(top + Math.floor(place / wide)) * width + left + (place % wide)] ?? 0,
    )
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const over = values.map((value) => value - mean)
    const variance = over.reduce((sum, value) => sum + value * value, 0) / over.length
    return { left, top, width: wide, height: high, over, variance }
  })
}

/** How far a block and the samples under it rise and fall together: 1 entirely, 0 not at all. */
function fitOf(block: Block, { data, width }: Samples, x: number, y: number): number {
  const { over, variance } = block
  let sum = 0
  let squares = 0
  let products = 0
  let at = 0
  for (let row = 0; row < block.height; row += 1) {
    const from = (y + block.top + row) * width + x + block.left
    for (let column = 0; column < block.width; column += 1, at += 1) {
      const value = data[from + column] ?? 0
      sum += value
      squares += value * value
      products += value * (over[at] ?? 0)
    }
  }
  const area = over.length
  const below = squares / area - (sum / area) ** 2
  return products / area / Math.sqrt((below + plain) * (variance + plain))
}

interface Place {
  readonly x: number
  readonly y: number
  readonly fit: number
}

/** A place beside a better one is that one. */
function insert(found: Place[], place: Place, count: number): void {
  const isBeside = (one: Place) => Math.abs(one.x - place.x) <= 2 && Math.abs(one.y - place.y) <= 2
  const beside = found.findIndex(isBeside)
  if (beside >= 0) {
    if ((found[beside]?.fit ?? 0) >= place.fit) return
    found.splice(beside, 1)
  }
  found.push(place)
  found.sort((one, other) => other.fit - one.fit)
  if (found.length > count) found.length = count
}

/** The best of the places found at all sizes, none twice. */
export function bestOfSizes(all: readonly Located[]): Located[] {
  const best: Located[] = []
  for (const one of all.toSorted((a, b) => b.fit - a.fit)) {
    if (best.length === toldAtMost) break
    if (best.every(({ place }) => overlap(place, one.place) < samePlace)) best.push(one)
  }
  return best
}

/** What two places have in common, as a share of the smaller one. */
function overlap(one: Region, other: Region): number {
  const along = (at: number, length: number, otherAt: number, otherLength: number) =>
    Math.max(0, Math.min(at + length, otherAt + otherLength) - Math.max(at, otherAt))
  const common =
    along(one.x, one.width, other.x, other.width) * along(one.y, one.height, other.y, other.height)
  return common / Math.min(one.width * one.height, other.width * other.height)
}
