/** How far two pictures of one size are apart in the mean, in levels of green. */
import type { Pixels } from './decode.ts'

function offIn(one: Pixels, other: Pixels, left: number, top: number, extent: number[]): number {
  const [width = 0, height = 0] = extent
  let sum = 0
  for (let y = top; y < top + height; y++) {
    const from = (y * one.width + left) * 3 + 1
    for (let at = from; at < from + width * 3; at += 3) {
      sum += Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0))
    }
  }
  return sum / (width * height)
}

export function meanOff(one: Pixels, other: Pixels): number {
  return offIn(one, other, 0, 0, [one.width, one.height])
}

/** The same of every whole square of `side` pixels, with the place of its upper left corner. */
export function squaresOff(
  one: Pixels,
  other: Pixels,
  side: number,
): { left: number; top: number; off: number }[] {
  const squares = []
  for (let top = 0; top + side <= one.height; top += side) {
    for (let left = 0; left + side <= one.width; left += side) {
      squares.push({ left, top, off: offIn(one, other, left, top, [side, side]) })
    }
  }
  return squares
}

/** Below this a square is as good as equal. */
const equal = 0.02
/** From this on, saving did something to it. */
const damaged = 0.3
const side = 64

/**
 * The share of what saving damaged that a guess at how it was saved explains to the last pixel. When
 * it explains most, the guess is right, and whatever it leaves was edited.
 */
export function explainedShare(from: Pixels, to: Pixels, guess: Pixels): number {
  const plainly = squaresOff(from, to, side)
  const guessed = squaresOff(guess, to, side)
  const hurt = guessed.filter((_, at) => (plainly[at]?.off ?? 0) >= damaged)
  return hurt.filter(({ off }) => off <= equal).length / Math.max(1, hurt.length)
}
