/** Brightening between two pictures of one size: questioned = gain · kept + offset, clipped. */
import type { Tone } from './placement.ts'
import type { Pixels } from './decode.ts'
import type { ToneTable } from './planes.ts'

export const sameTone: Tone = { gain: 1, offset: 0 }

const cell = 16
/** Below this variance of the cells' means (5² grey levels) a gain cannot be told from noise. */
const leastVariance = 25

/** Mean green of 16×16 cells: close enough to grey, and a third of the work. */
function cellMeans({ data, width, height }: Pixels): Float64Array {
  const columns = Math.floor(width / cell)
  const rows = Math.floor(height / cell)
  const means = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      for (let y = row * cell; y < (row + 1) * cell; y++) {
        const from = (y * width + column * cell) * 3 + 1
        for (let at = from; at < from + cell * 3; at += 3) sum += data[at] ?? 0
      }
      means[row * columns + column] = sum / (cell * cell)
    }
  }
  return means
}

/**
 * Of the means of cells at the same places: weighted least squares, again and again with weights that
 * leave out what does not fit. Null when the means say too little.
 */
export function toneOfMeans(kept: Float64Array, questioned: Float64Array): Tone | null {
  let tone = sameTone
  let spread = 30
  for (let round = 0; round < 12; round++) {
    let weights = 0
    let x = 0
    let y = 0
    let xx = 0
    let xy = 0
    for (let at = 0; at < kept.length; at++) {
      const here = kept[at] ?? 0
      const there = questioned[at] ?? 0
      // Clipped cells say nothing about the gain.
      if (there < 2 || there > 253 || here < 2 || here > 253) continue
      const off = tone.gain * here + tone.offset - there
      const weight = 1 / (1 + (off / spread) ** 2) ** 2
      weights += weight
      x += weight * here
      y += weight * there
      xx += weight * here * here
      xy += weight * here * there
    }
    const variance = weights * xx - x * x
    if (weights < 20 || variance < leastVariance * weights * weights) return null
    const gain = (weights * xy - x * y) / variance
    tone = { gain, offset: (y - gain * x) / weights }
    spread = Math.max(3, spread / 1.5)
  }
  return tone
}

/** Median deviation from a tone, in levels. */
function misfit(kept: Float64Array, questioned: Float64Array, { gain, offset }: Tone): number {
  const off = kept.map((here, at) => Math.abs(gain * here + offset - (questioned[at] ?? 0))).sort()
  return off[off.length >> 1] ?? 0
}

/** The brightening between the two; none unless it explains clearly more than no change does. */
export function toneBetween(kept: Pixels, questioned: Pixels): Tone {
  const here = cellMeans(kept)
  const there = cellMeans(questioned)
  const tone = toneOfMeans(here, there)
  if (tone === null) return sameTone
  const unchanged = misfit(here, there, sameTone)
  return unchanged > 1.5 && misfit(here, there, tone) < unchanged / 2 ? tone : sameTone
}

export function tableFor({ gain, offset }: Tone): ToneTable {
  return Float32Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, gain * value + offset)),
  )
}
