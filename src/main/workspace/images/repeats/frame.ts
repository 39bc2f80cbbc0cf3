/** How two pictures are brought to one size, pixel on pixel, before the last comparison. */
import type { Alignment } from './placement.ts'
import type { Extent, Pixels } from './decode.ts'

/**
 * `whole`: both show the same part, at `extent`. `cut`: the questioned picture is a part of the
 * kept one at the kept one's scale, beginning near (`left`, `top`).
 */
export type Frame = { kind: 'whole'; extent: Extent } | { kind: 'cut'; left: number; top: number }

/** Places that the alignment of sketches may be off, as a share of the side. */
const whereabouts = 0.012
/** Beyond this a small text of the larger picture is no longer legible in the smaller. */
const largestReduction = 2.5

function isNear(value: number, wanted: number, within: number): boolean {
  return Math.abs(value - wanted) <= within
}

function wholeFrame(kept: Extent, questioned: Extent, alignment: Alignment): Frame | null {
  const { scaleX, scaleY, shiftX, shiftY } = alignment
  const fits =
    isNear(scaleX, 1, whereabouts * 2) &&
    isNear(scaleY, 1, whereabouts * 2) &&
    isNear(shiftX, 0, whereabouts) &&
    isNear(shiftY, 0, whereabouts)
  if (!fits) return null
  const [small, large] = kept.width <= questioned.width ? [kept, questioned] : [questioned, kept]
  const reduction = large.width / small.width
  if (reduction > largestReduction) return null
  // The same shape up to the rounding of a resize.
  if (!isNear(large.height / reduction, small.height, 1)) return null
  return { kind: 'whole', extent: { width: small.width, height: small.height } }
}

function cutFrame(kept: Extent, questioned: Extent, alignment: Alignment): Frame | null {
  const scaleX = (alignment.scaleX * questioned.width) / kept.width
  const scaleY = (alignment.scaleY * questioned.height) / kept.height
  if (!isNear(scaleX, 1, whereabouts) || !isNear(scaleY, 1, whereabouts)) return null
  if (questioned.width > kept.width || questioned.height > kept.height) return null
  const left = Math.round(-alignment.shiftX * questioned.width)
  const top = Math.round(-alignment.shiftY * questioned.height)
  return { kind: 'cut', left, top }
}

/** Null when the pair cannot be laid pixel on pixel without resampling twice. */
export function frameFor(kept: Extent, questioned: Extent, alignment: Alignment): Frame | null {
  return wholeFrame(kept, questioned, alignment) ?? cutFrame(kept, questioned, alignment)
}

export function cut(pixels: Pixels, left: number, top: number, extent: Extent): Pixels {
  const { width, height } = extent
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * pixels.width + left) * 3
    data.set(pixels.data.subarray(from, from + width * 3), y * width * 3)
  }
  return { data, width, height, channels: 3 }
}

/** Left to right. */
export function mirrored(pixels: Pixels): Pixels {
  const { width, height, channels } = pixels
  const data = new Uint8Array(pixels.data.length)
  for (let row = 0; row < data.length; row += width * 3) {
    for (let x = 0; x < width; x++) {
      const from = row + (width - 1 - x) * 3
      data.set(pixels.data.subarray(from, from + 3), row + x * 3)
    }
  }
  return { data, width, height, channels }
}

const searched = 8

/** Green at every `stride`-th pixel: mean difference when `part` lies at (left, top) of `whole`. */
function mismatch(whole: Pixels, part: Pixels, left: number, top: number, stride: number): number {
  let sum = 0
  let count = 0
  for (let y = 0; y < part.height; y += stride) {
    for (let x = 0; x < part.width; x += stride) {
      const here = whole.data[((top + y) * whole.width + left + x) * 3 + 1] ?? 0
      sum += Math.abs(here - (part.data[(y * part.width + x) * 3 + 1] ?? 0))
      count++
    }
  }
  return sum / count
}

/** Where exactly `part` was cut from `whole`, near the place the sketches gave; null if nowhere. */
export function placeOfCut(
  whole: Pixels,
  part: Pixels,
  near: { left: number; top: number },
): { left: number; top: number } | null {
  const stride = Math.max(1, Math.floor(Math.sqrt((part.width * part.height) / 20_000)))
  let best: { left: number; top: number; off: number } | null = null
  for (let top = near.top - searched; top <= near.top + searched; top++) {
    if (top < 0 || top + part.height > whole.height) continue
    for (let left = near.left - searched; left <= near.left + searched; left++) {
      if (left < 0 || left + part.width > whole.width) continue
      const off = mismatch(whole, part, left, top, stride)
      if (best === null || off < best.off) best = { left, top, off }
    }
  }
  return best
}
