/** The detail squeezed to the 256×256 samples that a sketch is made of; see `taps.ts`. */
import { detailAt, roomAfterDetail } from './grey'
import { squareAt } from './sketch'
import { beginOf, isHalved, maskOf, prepareTaps, squeezedSide, tapCount, tapsBefore } from './taps'

const channels: i32 = 3
const shift: i32 = 12
const half: i32 = 1 << (shift - 1)
/** What lies before and behind a row: copies of its end pixels, and loads of 16 bytes reach further. */
const before: usize = 96
const behind: usize = 128
const pixelsBehind: usize = 32

/** Where each tap's row begins: 32 addresses at most. */
const tapRows: usize = memory.data(32 * 4)

/** Two pixels of three bytes, each with its neighbour: red, red, green, green, blue, blue. */
const firstTwo = memory.data<u8>([
  0, 255, 3, 255, 1, 255, 4, 255, 2, 255, 5, 255, 255, 255, 255, 255,
])
const nextTwo = memory.data<u8>([
  6, 255, 9, 255, 7, 255, 10, 255, 8, 255, 11, 255, 255, 255, 255, 255,
])
const evenPixels = memory.data<u8>([
  0, 1, 2, 6, 7, 8, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
])
const oddPixels = memory.data<u8>([
  3, 4, 5, 9, 10, 11, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
])

/**
 * From a detail of three bytes a pixel, 256 to 1 535 of them in both directions. What lies behind the
 * detail is overwritten: its grey is made afterwards.
 */
export function square(width: i32, height: i32): void {
  const rowBytes = <usize>(width * channels)
  const stride = before + rowBytes + behind
  const rows = roomAfterDetail(<usize>(squeezedSide + 1) * stride + rowsRoom(rowBytes, height))
  const line = rows + <usize>squeezedSide * stride
  squeezeHeight(rowBytes, height, rows + before, stride, line + stride)
  if (width != squeezedSide) prepareTaps(width)
  for (let y = 0; y < squeezedSide; y++) {
    const row = rows + before + <usize>y * stride
    const into = squareAt() + <usize>(y * squeezedSide * channels)
    if (width == squeezedSide) memory.copy(into, row, rowBytes)
    else squeezeWidth(row, width, line + before, into)
  }
}

function rowsRoom(rowBytes: usize, height: i32): usize {
  return rowBytes * <usize>((height + 1) / 2) + behind
}

function squeezeHeight(
  rowBytes: usize,
  height: i32,
  into: usize,
  stride: usize,
  averages: usize,
): void {
  let from = detailAt()
  let count = height
  if (height != squeezedSide) {
    prepareTaps(height)
    if (isHalved()) {
      averageRows(from, rowBytes, height, averages)
      from = averages
      count = (height + 1) / 2
    }
  }
  for (let y = 0; y < squeezedSide; y++, into += stride) {
    if (height == squeezedSide) memory.copy(into, from + <usize>y * rowBytes, rowBytes)
    else squeezeRows(from, rowBytes, count, y, into)
  }
}

/** Of every two rows one, rounded up at the half; an odd last one stands for both. */
function averageRows(from: usize, rowBytes: usize, height: i32, into: usize): void {
  for (let first = 0; first < height; first += 2, into += rowBytes) {
    const one = from + <usize>first * rowBytes
    const other = first + 1 < height ? one + rowBytes : one
    for (let at: usize = 0; at < rowBytes; at += 16) {
      v128.store(into + at, i8x16.avgr_u(v128.load(one + at), v128.load(other + at)))
    }
  }
}

/** One new row of all columns; beyond both ends the end rows are repeated. */
function squeezeRows(from: usize, rowBytes: usize, count: i32, place: i32, into: usize): void {
  const taps = (tapCount() + 1) & ~1
  const mask = maskOf(place)
  for (let tap = 0; tap < taps; tap++) {
    const row = max(0, min(count - 1, beginOf(place) + tap - tapsBefore()))
    store<u32>(tapRows + ((<usize>tap) << 2), from + <usize>row * rowBytes)
  }
  for (let at: usize = 0; at < rowBytes; at += 16) {
    let one = i32x4.splat(half)
    let two = one
    let three = one
    let four = one
    for (let tap: usize = 0; tap < <usize>taps; tap += 2) {
      const weights = v128.load32_splat(mask + (tap << 1))
      const upper = v128.load(<usize>load<u32>(tapRows + (tap << 2)) + at)
      const lower = v128.load(<usize>load<u32>(tapRows + (tap << 2), 4) + at)
      const left = interleavedLow(upper, lower)
      const right = interleavedHigh(upper, lower)
      one = i32x4.add(one, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(left), weights))
      two = i32x4.add(two, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(left), weights))
      three = i32x4.add(three, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(right), weights))
      four = i32x4.add(four, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(right), weights))
    }
    const first = i16x8.narrow_i32x4_s(i32x4.shr_s(one, shift), i32x4.shr_s(two, shift))
    const second = i16x8.narrow_i32x4_s(i32x4.shr_s(three, shift), i32x4.shr_s(four, shift))
    v128.store(into + at, i8x16.narrow_i16x8_u(first, second))
  }
}

function interleavedLow(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23)
}

function interleavedHigh(a: v128, b: v128): v128 {
  return v128.shuffle<u8>(a, b, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31)
}

/** One new row of 256 pixels. `line` has room for averages of the old ones. */
function squeezeWidth(row: usize, width: i32, line: usize, into: usize): void {
  let from = row
  let count = width
  if (isHalved()) {
    repeatEnds(row, width)
    count = (width + 1) / 2
    averagePixels(row, count, line)
    from = line
  }
  repeatEnds(from, count)
  from -= <usize>(tapsBefore() * channels)
  const taps = <usize>tapCount()
  for (let x = 0; x < squeezedSide; x++) {
    const mask = maskOf(x)
    let pixel = from + <usize>(beginOf(x) * channels)
    let sum = i32x4.splat(half)
    for (let tap: usize = 0; tap < taps; tap += 4, pixel += 4 * channels) {
      const four = v128.load(pixel)
      const first = i8x16.swizzle(four, v128.load(firstTwo))
      const next = i8x16.swizzle(four, v128.load(nextTwo))
      sum = i32x4.add(
        i32x4.add(sum, i32x4.dot_i16x8_s(first, v128.load32_splat(mask + (tap << 1)))),
        i32x4.dot_i16x8_s(next, v128.load32_splat(mask + (tap << 1), 4)),
      )
    }
    const levels = i32x4.shr_s(sum, shift)
    const narrow = i16x8.narrow_i32x4_s(levels, levels)
    v128.store32_lane(into + <usize>(x * channels), i8x16.narrow_i16x8_u(narrow, narrow), 0)
  }
}

/** Pixels before the first and behind the last one, as many as taps reach. */
function repeatEnds(row: usize, count: i32): void {
  for (let at = row - before; at < row; at += channels) memory.copy(at, row, channels)
  const end = row + <usize>(count * channels)
  for (let at: usize = 0; at < pixelsBehind * channels; at += channels) {
    memory.copy(end + at, end - channels, channels)
  }
}

/** Of every two pixels one, rounded like `averageRows`. */
function averagePixels(row: usize, count: i32, into: usize): void {
  for (let x = 0; x < count; x += 2, row += 4 * channels, into += 2 * channels) {
    const four = v128.load(row)
    const even = i8x16.swizzle(four, v128.load(evenPixels))
    v128.store64_lane(into, i8x16.avgr_u(even, i8x16.swizzle(four, v128.load(oddPixels))), 0)
  }
}
