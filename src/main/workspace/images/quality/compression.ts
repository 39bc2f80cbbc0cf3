import type { Grey } from './detail.ts'

/** Annex K.1 of the JPEG standard (ITU-T T.81), luminance, in zig-zag order: quality 50. */
const standardTable = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
  29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
  95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
]
const startOfScan = 0xda
const quantisation = 0xdb

/**
 * How strongly a JPEG was compressed when it was last saved, on libjpeg's scale of 1–100, from the
 * luminance table in its header.
 * @returns null where there is no such table
 */
export function jpegQuality(bytes: Uint8Array): number | null {
  const table = luminanceTable(bytes)
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

/** The 64 entries of table 0; segments are walked, never searched for. */
function luminanceTable(bytes: Uint8Array): number[] | null {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    // Fill bytes before a marker.
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === startOfScan) return null
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (marker === quantisation) {
      const table = tableZero(bytes.subarray(at + 4, at + 2 + length))
      if (table !== null) return table
    }
    at += 2 + Math.max(2, length)
  }
  return null
}

function tableZero(segment: Uint8Array): number[] | null {
  let at = 0
  while (at < segment.length) {
    const head = segment[at] ?? 0
    const size = head >> 4 === 0 ? 1 : 2
    const table = segment.subarray(at + 1, at + 1 + 64 * size)
    if (table.length < 64 * size) return null
    if ((head & 15) === 0) {
      // Of two-byte entries the high one comes first.
      return Array.from({ length: 64 }, (_, place) =>
        size === 1
          ? (table[place] ?? 0)
          : (table[2 * place] ?? 0) * 256 + (table[2 * place + 1] ?? 0),
      )
    }
    at += 1 + 64 * size
  }
  return null
}

const side = 8
const rowStep = 9
/** A step between two plains: this many levels, and the neighbours within `plain` of it. */
const leastStep = 5
const mostStep = 24
const plain = 2

/**
 * How many of the places where 8×8 blocks meet show a step between two plains, in per cent, less
 * what other columns show: the squares that strong JPEG compression leaves, and that saving again at
 * a better quality, or as PNG, does not take away. Only blocks of the picture's own pixels can be
 * seen, so it must not have been reduced.
 */
export function blockSteps({ samples, width, height }: Grey): number {
  const steps = new Uint32Array(side)
  let rows = 0
  for (let y = 1; y < height - 1; y += rowStep) {
    rows++
    const row = y * width
    for (let x = 2; x < width - 1; x++) {
      const left = samples[row + x - 1] ?? 0
      const here = samples[row + x] ?? 0
      const size = here > left ? here - left : left - here
      if (size < leastStep || size > mostStep) continue
      const before = left - (samples[row + x - 2] ?? 0)
      const after = (samples[row + x + 1] ?? 0) - here
      if (before > plain || before < -plain || after > plain || after < -plain) continue
      steps[x % side] = (steps[x % side] ?? 0) + 1
    }
  }
  const most = Math.max(...steps)
  const others = (steps.reduce((sum, one) => sum + one, 0) - most) / (side - 1)
  const places = (rows * width) / side
  return places === 0 ? 0 : ((most - others) / places) * 100
}
