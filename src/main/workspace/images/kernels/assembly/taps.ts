/**
 * Which old samples a new one is made of when a row of them is squeezed to 256, and how much each
 * counts: cubic (Catmull–Rom), in whole numbers of 4 096, cut off after them. The places and the
 * rounding are those of libvips 8.18 (`resize` with the kernel `cubic`), so that a sketch made here
 * has the very bytes of one made there.
 */

export const squeezedSide: i32 = 256
const positions: i32 = 64
/** Whole numbers a tap is told in: 12 bits. */
const unit: f64 = 4096
/** A row is less than four times too long: 17 taps at most, and room for those beyond. */
const mostTaps: i32 = 32

const masks: usize = memory.data(65 * 32 * 2)
const exact: usize = memory.data(32 * 8)
const begins: usize = memory.data(256 * 4)
const chosen: usize = memory.data(256 * 4)

let halved: bool = false
let taps: i32 = 0
let before: i32 = 0

/** Whether every two neighbours are averaged first: rows four times too long would ask for many taps. */
export function isHalved(): bool {
  return halved
}

/** How many there are; the numbers of a mask beyond them are 0. */
export function tapCount(): i32 {
  return taps
}

/** Samples before the one a new sample begins at that its first tap stands for. */
export function tapsBefore(): i32 {
  return before
}

/** The sample that a new one begins at, of those already averaged. */
export function beginOf(place: i32): i32 {
  return load<i32>(begins + ((<usize>place) << 2))
}

/** Where its taps are. */
export function maskOf(place: i32): usize {
  return masks + <usize>load<i32>(chosen + ((<usize>place) << 2)) * mostTaps * 2
}

/** Makes ready for rows of `length` samples, 257 to 1 535. */
export function prepareTaps(length: i32): void {
  // Twice inverted, as libvips is told the factor.
  const shrink = 1 / (1 / (<f64>length / <f64>squeezedSide))
  halved = length >= 4 * squeezedSide
  const by: f64 = halved ? 2 : 1
  const rest = shrink / by
  const invented = (<f64>squeezedSide * shrink - <f64>length) / by
  const offset = (1 + invented) / 2 - 1
  taps = 2 * <i32>nearest(2 * rest) + 1
  before = (taps + 1) / 2 - 1
  for (let position = 0; position <= positions; position++) makeMask(position, rest)
  let place = 0.5 * rest - 0.5 - offset
  for (let at = 0; at < squeezedSide; at++) {
    store<i32>(begins + ((<usize>at) << 2), <i32>place)
    const halves = (<i32>(place * <f64>(2 * positions))) & (2 * positions - 1)
    store<i32>(chosen + ((<usize>at) << 2), (halves + 1) >> 1)
    place += rest
  }
}

function makeMask(position: i32, rest: f64): void {
  const half = <f64>position / <f64>positions + <f64>taps / 2 - 1
  const mask = masks + <usize>(position * mostTaps) * 2
  memory.fill(mask, 0, mostTaps * 2)
  let sum: f64 = 0
  for (let tap = 0; tap < taps; tap++) {
    const weight = cubic((<f64>tap - half) / rest)
    store<f64>(exact + ((<usize>tap) << 3), weight)
    sum += weight
  }
  for (let tap = 0; tap < taps; tap++) {
    const share = load<f64>(exact + ((<usize>tap) << 3)) / sum
    store<i16>(mask + ((<usize>tap) << 1), <i16>(<i32>(share * unit)))
  }
}

function cubic(place: f64): f64 {
  const off = Math.abs(place)
  const squared = off * off
  const cubed = squared * off
  if (off <= 1) return 1.5 * cubed - 2.5 * squared + 1
  if (off <= 2) return -0.5 * cubed + 2.5 * squared - 4 * off + 2
  return 0
}
