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
/** Five pixels are written at once; taps reach over 8 before a row and 12 behind it. */
const fivePixels: usize = 15
const bytesBefore: usize = 2 * fivePixels
const bytesBehind: usize = 3 * fivePixels

/** Where each tap's row begins: 32 addresses at most. */
const tapRows: usize = memory.data(32 * 4)

/** Two pixels of three bytes, each with its neighbour: red, red, green, green, blue, blue. */
const firstTwo: v128 = i8x16(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1)
const nextTwo: v128 = i8x16(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1)
const repeated: v128 = i8x16(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0)
const evenPixels: v128 = i8x16(0, 1, 2, 6, 7, 8, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
const oddPixels: v128 = i8x16(3, 4, 5, 9, 10, 11, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)

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
  const mask = maskOf(place)
  // The outer taps of most places count nothing.
  let first: usize = 0
  while (load<i16>(mask + (first << 1)) == 0) first++
  let end = <usize>tapCount()
  while (load<i16>(mask + ((end - 1) << 1)) == 0) end--
  for (let tap: usize = 0; tap <= end; tap++) {
    const row = max(0, min(count - 1, beginOf(place) + <i32>tap - tapsBefore()))
    store<u32>(tapRows + (tap << 2), from + <usize>row * rowBytes)
  }
  for (let at: usize = 0; at < rowBytes; at += 16) {
    let one = i32x4.splat(half)
    let two = one
    let three = one
    let four = one
    for (let tap = first; tap < end; tap += 2) {
      const weights = v128.load32_splat(mask + (tap << 1))
      const upper = <usize>load<u32>(tapRows + (tap << 2)) + at
      const lower = <usize>load<u32>(tapRows + (tap << 2), 4) + at
      const upperLeft = v128.load_ext<u8>(upper)
      const lowerLeft = v128.load_ext<u8>(lower)
      const upperRight = v128.load_ext<u8>(upper, 8)
      const lowerRight = v128.load_ext<u8>(lower, 8)
      one = i32x4.add(one, i32x4.dot_i16x8_s(interleavedLow(upperLeft, lowerLeft), weights))
      two = i32x4.add(two, i32x4.dot_i16x8_s(interleavedHigh(upperLeft, lowerLeft), weights))
      three = i32x4.add(three, i32x4.dot_i16x8_s(interleavedLow(upperRight, lowerRight), weights))
      four = i32x4.add(four, i32x4.dot_i16x8_s(interleavedHigh(upperRight, lowerRight), weights))
    }
    const left = i16x8.narrow_i32x4_s(i32x4.shr_s(one, shift), i32x4.shr_s(two, shift))
    const right = i16x8.narrow_i32x4_s(i32x4.shr_s(three, shift), i32x4.shr_s(four, shift))
    v128.store(into + at, i8x16.narrow_i16x8_u(left, right))
  }
}

function interleavedLow(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11)
}

function interleavedHigh(a: v128, b: v128): v128 {
  return v128.shuffle<u16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15)
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
      const first = i8x16.swizzle(four, firstTwo)
      const next = i8x16.swizzle(four, nextTwo)
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

/**
 * Pixels before the first and behind the last one, as many as taps reach. The 16th byte is the next
 * pixel's first, which is the same.
 */
function repeatEnds(row: usize, count: i32): void {
  const first = i8x16.swizzle(v128.load(row), repeated)
  for (let at = row - bytesBefore; at < row; at += fivePixels) v128.store(at, first)
  const end = row + <usize>(count * channels)
  const last = i8x16.swizzle(v128.load(end - channels), repeated)
  for (let at: usize = 0; at < bytesBehind; at += fivePixels) v128.store(end + at, last)
}

/** Of every two pixels one, rounded like `averageRows`. */
function averagePixels(row: usize, count: i32, into: usize): void {
  for (let x = 0; x < count; x += 2, row += 4 * channels, into += 2 * channels) {
    const four = v128.load(row)
    const even = i8x16.swizzle(four, evenPixels)
    v128.store64_lane(into, i8x16.avgr_u(even, i8x16.swizzle(four, oddPixels)), 0)
  }
}
