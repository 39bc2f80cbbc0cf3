/** The detail a picture's quality is measured on, and its grey; they grow to the largest seen. */

/** What transparent pictures stand on: neither a white nor a black drawing vanishes. */
const matte: i32 = 0x80

const pageBits: u32 = 16
/** Loads of 16 bytes may look beyond the last sample. */
const slack: usize = 64

/** Where 16 pixels have their red, green and blue in three loads of 16 bytes; 255 is not in that one. */
const reds1: v128 = i8x16(0, 3, 6, 9, 12, 15, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
const reds2: v128 = i8x16(-1, -1, -1, -1, -1, -1, 2, 5, 8, 11, 14, -1, -1, -1, -1, -1)
const reds3: v128 = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 4, 7, 10, 13)
const greens1: v128 = i8x16(1, 4, 7, 10, 13, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
const greens2: v128 = i8x16(-1, -1, -1, -1, -1, 0, 3, 6, 9, 12, 15, -1, -1, -1, -1, -1)
const greens3: v128 = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 2, 5, 8, 11, 14)
const blues1: v128 = i8x16(2, 5, 8, 11, 14, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
const blues2: v128 = i8x16(-1, -1, -1, -1, -1, 1, 4, 7, 10, 13, -1, -1, -1, -1, -1, -1)
const blues3: v128 = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 3, 6, 9, 12, 15)

let detailStart: usize = 0
let greyStart: usize = 0
let afterGrey: usize = 0

/** Where the detail's bytes are to be written, row by row; after `reserveDetail`. */
export function detailAt(): usize {
  return detailStart
}

/** Where its grey samples are after `greyOf`. */
export function greyAt(): usize {
  return greyStart
}

/** Where what is made from the grey may be put. */
export function scratchAt(): usize {
  return afterGrey
}

/** So many bytes behind the detail, until its grey is made there. */
export function roomAfterDetail(bytes: usize): usize {
  growTo(greyStart + bytes)
  return greyStart
}

/** Makes room for a detail, its grey, and a 32-bit number for each of its columns or rows. */
export function reserveDetail(width: i32, height: i32, channels: i32): void {
  const pixels = <usize>(width * height)
  detailStart = (__heap_base + 15) & ~15
  greyStart = (detailStart + pixels * channels + slack) & ~15
  afterGrey = (greyStart + pixels + slack) & ~15
  growTo(afterGrey + ((<usize>max(width, height)) << 2) + slack)
}

function growTo(end: usize): void {
  const pages = <i32>((end + 0xffff) >> pageBits)
  if (pages > memory.size()) memory.grow(pages - memory.size())
}

/** ITU-R BT.601 in whole numbers of 256; transparent parts stand on mid-grey. */
export function greyOf(pixels: i32, channels: i32): void {
  if (channels == 3) ofColours(pixels)
  else onMatte(pixels, channels)
}

function ofColours(pixels: i32): void {
  let from = detailStart
  let at = greyStart
  const end = greyStart + pixels
  for (; at + 16 <= end; at += 16, from += 48) {
    const one = v128.load(from)
    const two = v128.load(from, 16)
    const three = v128.load(from, 32)
    const red = gathered(one, two, three, reds1, reds2, reds3)
    const green = gathered(one, two, three, greens1, greens2, greens3)
    const blue = gathered(one, two, three, blues1, blues2, blues3)
    const lower = i16x8.add(
      i16x8.add(
        i16x8.extmul_low_i8x16_u(red, i8x16.splat(77)),
        i16x8.extmul_low_i8x16_u(green, i8x16.splat(<i8>150)),
      ),
      i16x8.extmul_low_i8x16_u(blue, i8x16.splat(29)),
    )
    const upper = i16x8.add(
      i16x8.add(
        i16x8.extmul_high_i8x16_u(red, i8x16.splat(77)),
        i16x8.extmul_high_i8x16_u(green, i8x16.splat(<i8>150)),
      ),
      i16x8.extmul_high_i8x16_u(blue, i8x16.splat(29)),
    )
    v128.store(at, i8x16.narrow_i16x8_u(i16x8.shr_u(lower, 8), i16x8.shr_u(upper, 8)))
  }
  for (; at < end; at++, from += 3) store<u8>(at, <u8>plainly(from))
}

/** 16 samples of one colour, of 16 pixels in three loads; `in…` says where in each of them. */
export function gathered(
  one: v128,
  two: v128,
  three: v128,
  inOne: v128,
  inTwo: v128,
  inThree: v128,
): v128 {
  return v128.or(
    v128.or(i8x16.swizzle(one, inOne), i8x16.swizzle(two, inTwo)),
    i8x16.swizzle(three, inThree),
  )
}

function plainly(from: usize): i32 {
  return (
    (<i32>load<u8>(from) * 77 + <i32>load<u8>(from, 1) * 150 + <i32>load<u8>(from, 2) * 29) >> 8
  )
}

function onMatte(pixels: i32, channels: i32): void {
  let from = detailStart
  for (let at = greyStart; at < greyStart + pixels; at++, from += channels) {
    const opacity = <i32>load<u8>(from, 3)
    store<u8>(at, <u8>((plainly(from) * opacity + matte * (255 - opacity)) / 255))
  }
}
