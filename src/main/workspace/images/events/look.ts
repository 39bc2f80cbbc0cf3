import { greySide, greyOf, chromaOf, chromaSide } from '../repeats/sketch.ts'
import type { Sketch } from '../repeats/sketch.ts'

const cells = 4

/**
 * How a picture looks from far: 4×4 cells of mean grey, then of blue and of red difference, a byte
 * each, as in MPEG-7's colour layout descriptor (ISO/IEC 15938-3, 6.6) before its transform. Two
 * shots of one scene look much the same though no pixel of theirs agrees.
 */
export function lookOf(sketch: Sketch): Uint8Array {
  const chroma = chromaOf(sketch)
  const half = chroma.length / 2
  return Uint8Array.from([
    ...meansOf(greyOf(sketch), greySide),
    ...meansOf(chroma.subarray(0, half), chromaSide),
    ...meansOf(chroma.subarray(half), chromaSide),
  ])
}

function meansOf(samples: Uint8Array, side: number): number[] {
  const width = side / cells
  const means: number[] = []
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      let sum = 0
      for (let y = row * width; y < (row + 1) * width; y++) {
        const from = y * side + column * width
        for (let at = from; at < from + width; at++) sum += samples[at] ?? 0
      }
      means.push(Math.round(sum / (width * width)))
    }
  }
  return means
}

/** Root mean square of the differences, 0–255; colour counts twice, as in MPEG-7's proposal. */
export function lookDistance(one: Uint8Array, other: Uint8Array): number {
  let sum = 0
  let weights = 0
  for (let at = 0; at < one.length; at++) {
    const weight = at < cells * cells ? 1 : 2
    sum += weight * ((one[at] ?? 0) - (other[at] ?? 0)) ** 2
    weights += weight
  }
  return Math.sqrt(sum / weights)
}
