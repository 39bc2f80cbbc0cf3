/** Grey samples of any shape up to 256×256, as numbers of 32 bits, and smaller copies of them. */

const mostSamples: usize = 256 * 256 * 4

const narrow: usize = memory.data(256 * 256 * 4)
const firsts: usize = memory.data(256 * 4)
/** No more than twice the old samples and once the new ones. */
const weights: usize = memory.data(768 * 4)

/**
 * A copy of another size, each sample the mean of those it stands for, nearer ones counting more.
 * Sums are made in 64 bits.
 */
export function resized(
  plane: usize,
  width: i32,
  height: i32,
  into: usize,
  toWidth: i32,
  toHeight: i32,
): void {
  if (toWidth == width && toHeight == height) {
    memory.copy(into, plane, mostSamples)
  } else if (toHeight == height) {
    inColumns(plane, width, height, into, toWidth)
  } else if (toWidth == width) {
    inRows(plane, width, height, into, toHeight)
  } else {
    inColumns(plane, width, height, narrow, toWidth)
    inRows(narrow, toWidth, height, into, toHeight)
  }
}

/**
 * For each new sample, the first of the old ones it is made of and how much each of them counts.
 * Returns how many they are.
 */
function taps(from: i32, to: i32): i32 {
  const scale = <f64>from / <f64>to
  const reach = Math.max(1, scale)
  const count = min(from, <i32>Math.floor(2 * reach) + 1)
  for (let place = 0; place < to; place++) {
    const centre = (<f64>place + 0.5) * scale - 0.5
    const begin = max(0, min(from - count, <i32>Math.ceil(centre - reach)))
    const own = weights + ((<usize>(place * count)) << 2)
    let all: f64 = 0
    for (let tap = 0; tap < count; tap++) {
      const weight = Math.max(0, 1 - Math.abs(<f64>(begin + tap) - centre) / reach)
      store<f32>(own + ((<usize>tap) << 2), <f32>weight)
      all += weight
    }
    for (let tap = 0; tap < count; tap++) {
      const at = own + ((<usize>tap) << 2)
      store<f32>(at, <f32>(<f64>load<f32>(at) / all))
    }
    store<i32>(firsts + ((<usize>place) << 2), begin)
  }
  return count
}

function inColumns(plane: usize, width: i32, height: i32, into: usize, to: i32): void {
  const count = taps(width, to)
  for (let x = 0; x < to; x++) {
    const own = weights + ((<usize>(x * count)) << 2)
    let from = plane + ((<usize>load<i32>(firsts + ((<usize>x) << 2))) << 2)
    let at = into + ((<usize>x) << 2)
    for (let y = 0; y < height; y++) {
      let sum: f64 = 0
      for (let tap: usize = 0; tap < (<usize>count) << 2; tap += 4) {
        sum += <f64>load<f32>(from + tap) * <f64>load<f32>(own + tap)
      }
      store<f32>(at, <f32>sum)
      from += (<usize>width) << 2
      at += (<usize>to) << 2
    }
  }
}

function inRows(plane: usize, width: i32, height: i32, into: usize, to: i32): void {
  const count = taps(height, to)
  const row = (<usize>width) << 2
  memory.fill(into, 0, row * to)
  for (let y = 0; y < to; y++) {
    for (let tap = 0; tap < count; tap++) {
      const weight = load<f32>(weights + ((<usize>(y * count + tap)) << 2))
      if (weight == 0) continue
      const from = plane + <usize>(load<i32>(firsts + ((<usize>y) << 2)) + tap) * row
      add(into + <usize>y * row, from, weight, width)
    }
  }
}

/** Adds a row, weighted, to another one; rounded to 32 bits each time. */
function add(into: usize, from: usize, weight: f32, width: i32): void {
  const both = f64x2.splat(<f64>weight)
  let at: usize = 0
  const end = (<usize>width) << 2
  for (; at + 8 <= end; at += 8) {
    const here = f64x2.promote_low_f32x4(v128.load64_zero(into + at))
    const more = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(from + at)), both)
    v128.store64_lane(into + at, f32x4.demote_f64x2_zero(f64x2.add(here, more)), 0)
  }
  if (at < end) {
    store<f32>(
      into + at,
      <f32>(<f64>load<f32>(into + at) + <f64>load<f32>(from + at) * <f64>weight),
    )
  }
}
