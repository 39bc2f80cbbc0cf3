/** How far two sketches lie apart as they are, cell by cell of 8×8 samples. */
import { chromaSide, greySide, sketchLength } from './sketch.ts'

export const cellsAcross = chromaSide
const cell = greySide / cellsAcross

/**
 * The root mean square of the grey of each of 32×32 cells, or its difference in colour if that is
 * larger, in levels. One changed letter stands out in its cell, while the noise of compression lies
 * over all of them and would drown it in any mean of the whole.
 */
export function cellDifferences(one: Uint8Array, other: Uint8Array): Float64Array {
  const apart = new Float64Array(cellsAcross * cellsAcross)
  for (let row = 0; row < cellsAcross; row++) {
    for (let y = row * cell; y < (row + 1) * cell; y++) {
      for (let column = 0, at = y * greySide; column < cellsAcross; column++) {
        let squares = 0
        for (const end = at + cell; at < end; at++) {
          const off = (one[at] ?? 0) - (other[at] ?? 0)
          squares += off * off
        }
        const place = row * cellsAcross + column
        apart[place] = (apart[place] ?? 0) + squares
      }
    }
  }
  for (let place = 0; place < apart.length; place++) {
    apart[place] = Math.sqrt((apart[place] ?? 0) / (cell * cell))
  }
  for (let at = greySide * greySide; at < sketchLength; at++) {
    const off = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
    const place = at % apart.length
    if (off > (apart[place] ?? 0)) apart[place] = off
  }
  return apart
}

/** How far they lie apart where they differ most. */
export function worstDifference(one: Uint8Array, other: Uint8Array): number {
  let worst = 0
  for (const off of cellDifferences(one, other)) if (off > worst) worst = off
  return worst
}
