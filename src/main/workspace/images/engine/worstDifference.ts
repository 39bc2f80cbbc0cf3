import { chromaSide, greySide, sketchLength } from '../repeats/sketch.ts'

const cell = greySide / chromaSide

/**
 * How far two sketches, as they are, lie apart where they differ most: the root mean square over the
 * worst 8×8 cell, in levels. One changed letter stands out in its cell, while the noise of
 * compression lies over all of them and would drown it in any mean of the whole.
 */
export function worstDifference(one: Uint8Array, other: Uint8Array): number {
  const squares = new Float64Array(chromaSide * chromaSide)
  for (let y = 0; y < greySide; y++) {
    const cells = Math.floor(y / cell) * chromaSide
    for (let x = 0; x < greySide; x++) {
      const at = y * greySide + x
      const off = (one[at] ?? 0) - (other[at] ?? 0)
      const place = cells + Math.floor(x / cell)
      squares[place] = (squares[place] ?? 0) + off * off
    }
  }
  let worst = 0
  for (const sum of squares) if (sum > worst) worst = sum
  let worstColour = 0
  for (let at = greySide * greySide; at < sketchLength; at++) {
    const off = (one[at] ?? 0) - (other[at] ?? 0)
    if (off * off > worstColour) worstColour = off * off
  }
  return Math.sqrt(Math.max(worst / (cell * cell), worstColour))
}
