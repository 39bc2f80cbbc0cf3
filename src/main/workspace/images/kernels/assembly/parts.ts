/** Small parts of a sketch's grey, each with what it looks like and where it is. */
import { isPeak, peakBetween, strengths } from './corners'
import { writePartHash } from './partHash'
import { resized } from './planes'
import { sketchAt } from './sketch'

export { partCosinesAt } from './partHash'

const greySide: i32 = 256
const mostLevels: i32 = 8
/** Side, in samples, of the cells of which each gives its strongest corner: they lie all over. */
const cell: i32 = 16
/** Structure is looked for in pairs of samples: a quarter of the work, as easily found again. */
const pair: i32 = 2
/** The smaller eigenvalue from which a place is a corner: below it there is only noise. */
const leastStrength: f32 = 60
const hashBytes: i32 = 8
const partBytes: i32 = hashBytes + 3

const planes: usize = memory.data(2 * 256 * 256 * 4)
const strength: usize = memory.data(128 * 128 * 4)
const sizes: usize = memory.data(8 * 2 * 4)
const scales: usize = memory.data(8 * 8)
/** 256 cells at the largest level, 0.63 times as many at each further one. */
const made: usize = memory.data(768 * 11)

/** Where width and height of each level are to be written, 32 bits each. */
export function levelSizesAt(): usize {
  return sizes
}

/** Where is to be written how much smaller each level is than the first, 64 bits each. */
export function levelScalesAt(): usize {
  return scales
}

/** Where the parts are: a hash, then x, y and level, a byte each. */
export function partsAt(): usize {
  return made
}

/**
 * @param margin samples along every side in which there are no corners
 * @returns how many parts there are
 */
export function parts(levels: i32, margin: i32): i32 {
  let plane = planes
  let other = planes + ((greySide * greySide) << 2)
  for (let at: usize = 0; at < <usize>(greySide * greySide); at++) {
    store<f32>(plane + (at << 2), <f32>load<u8>(sketchAt() + at))
  }
  let width = greySide
  let height = greySide
  let found = 0
  for (let level = 0; level < min(levels, mostLevels); level++) {
    const toWidth = load<i32>(sizes + ((<usize>level) << 3))
    const toHeight = load<i32>(sizes + ((<usize>level) << 3), 4)
    resized(plane, width, height, other, toWidth, toHeight)
    const larger = plane
    plane = other
    other = larger
    width = toWidth
    height = toHeight
    found = partsOfLevel(plane, width, height, level, margin, found)
  }
  return found
}

function partsOfLevel(
  plane: usize,
  width: i32,
  height: i32,
  level: i32,
  margin: i32,
  before: i32,
): i32 {
  strengths(plane, width, height, strength)
  const across = width / pair
  const first = (margin + pair - 1) / pair
  const endX = across - first
  const endY = height / pair - first
  const step = cell / pair
  const scale = load<f64>(scales + ((<usize>level) << 3))
  let found = before
  for (let top = first; top < endY; top += step) {
    for (let left = first; left < endX; left += step) {
      const best = strongestIn(across, left, top, min(left + step, endX), min(top + step, endY))
      if (best < 0) continue
      const at = strength + ((<usize>best) << 2)
      const x = <f64>pair * (<f64>(best % across) + 0.5 + peakBetween(at, 4))
      const y = <f64>pair * (<f64>(best / across) + 0.5 + peakBetween(at, (<usize>across) << 2))
      const into = made + <usize>(found * partBytes)
      writePartHash(plane, width, x, y, into)
      store<u8>(into, <u8>(<i32>Math.min(255, Math.round(x * scale))), hashBytes)
      store<u8>(into, <u8>(<i32>Math.min(255, Math.round(y * scale))), hashBytes + 1)
      store<u8>(into, <u8>level, hashBytes + 2)
      found++
    }
  }
  return found
}

/** The place of the strongest corner among these; -1 where there is none. */
function strongestIn(across: i32, left: i32, top: i32, right: i32, bottom: i32): i32 {
  let best = leastStrength
  let place = -1
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const here = load<f32>(strength + ((<usize>(y * across + x)) << 2))
      if (here <= best || !isPeak(strength, across, x, y)) continue
      best = here
      place = y * across + x
    }
  }
  return place
}
