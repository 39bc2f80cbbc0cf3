import type { RedactionBox } from '#contract/attachmentRedaction'
import type { Raster } from '../fix/edgeColour.ts'

/**
 * Makes the pixels of some boxes black and opaque, in place; what reaches over an edge is cut off.
 * Black, not blurred and not the colour around: what is blurred can be guessed, and what looks like
 * its surroundings says nothing of having been taken out.
 */
export function fillBoxes(
  { data, width, height, channels }: Raster,
  boxes: readonly RedactionBox[],
): void {
  for (const box of boxes) {
    const right = Math.min(width, box.left + box.width)
    const bottom = Math.min(height, box.top + box.height)
    for (let y = box.top; y < bottom; y++) {
      const from = (y * width + box.left) * channels
      const to = (y * width + right) * channels
      if (to <= from) continue
      data.fill(0, from, to)
      if (channels === 4) for (let at = from + 3; at < to; at += 4) data[at] = 255
    }
  }
}
