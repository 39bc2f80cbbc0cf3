import { kernels } from '../kernels/kernels.ts'
import { greyTableOf } from '../repeats/jpegTables.ts'
import type { Grey } from './detail.ts'

/** Annex K.1 of the JPEG standard (ITU-T T.81), luminance, in zig-zag order: quality 50. */
const standardTable = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
  29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
  95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
]

/**
 * How strongly a JPEG was compressed when it was last saved, on libjpeg's scale of 1–100, from the
 * luminance table in its header.
 * @returns null where there is no such table
 */
export function jpegQuality(bytes: Uint8Array): number | null {
  const table = greyTableOf(bytes)
  if (table === null) return null
  let sum = 0
  let standard = 0
  for (const [at, entry] of table.entries()) {
    // At low qualities the entries are cut off at what one byte holds.
    if (entry >= 255) continue
    sum += entry
    standard += standardTable[at] ?? 0
  }
  const percent = standard === 0 ? 5_000 : (sum / standard) * 100
  const quality = percent <= 100 ? (200 - percent) / 2 : 5_000 / percent
  return Math.max(1, Math.min(100, Math.round(quality)))
}

/** Of the blocks in a JPEG. */
const side = 8

/**
 * How many of the places where 8×8 blocks meet show a step between two plains, in per cent, less
 * what other columns show: the squares that strong JPEG compression leaves, and that saving again at
 * a better quality, or as PNG, does not take away. Only blocks of the picture's own pixels can be
 * seen, so it must not have been reduced.
 */
export function blockSteps({ width, height }: Grey): number {
  const kernel = kernels()
  const rows = kernel.blockSteps(width, height)
  const steps = kernel.words(kernel.blockStepsAt(), side)
  const most = Math.max(...steps)
  const others = (steps.reduce((sum, one) => sum + one, 0) - most) / (side - 1)
  const places = (rows * width) / side
  return places === 0 ? 0 : ((most - others) / places) * 100
}
