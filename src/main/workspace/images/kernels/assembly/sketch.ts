/** A sketch from 256×256 samples of colour; see `repeats/sketch.ts`. */
import { gathered } from './grey'

const greyLength: i32 = 256 * 256
const chromaSide: i32 = 32
const chromaLength: i32 = 32 * 32
const cellShift: i32 = 3
const rowShift: i32 = 11
const samplesPerCell: f64 = 64
const matte: f64 = 0x80

const square: usize = memory.data(256 * 256 * 4 + 16)
const drawn: usize = memory.data(256 * 256 * 3 * 4)
const made: usize = memory.data(256 * 256 + 2 * 32 * 32)
const bluer: usize = memory.data(32 * 32 * 8)
const redder: usize = memory.data(32 * 32 * 8)

/** As in `grey.ts`, but the samples of two neighbouring cells in turn: the first of each, the second … */
const reds1: v128 = i8x16(0, -1, 3, -1, 6, -1, 9, -1, 12, -1, 15, -1, -1, -1, -1, -1)
const reds2: v128 = i8x16(-1, 8, -1, 11, -1, 14, -1, -1, -1, -1, -1, -1, 2, -1, 5, -1)
const reds3: v128 = i8x16(-1, -1, -1, -1, -1, -1, -1, 1, -1, 4, -1, 7, -1, 10, -1, 13)
const greens1: v128 = i8x16(1, -1, 4, -1, 7, -1, 10, -1, 13, -1, -1, -1, -1, -1, -1, -1)
const greens2: v128 = i8x16(-1, 9, -1, 12, -1, 15, -1, -1, -1, -1, 0, -1, 3, -1, 6, -1)
const greens3: v128 = i8x16(-1, -1, -1, -1, -1, -1, -1, 2, -1, 5, -1, 8, -1, 11, -1, 14)
const blues1: v128 = i8x16(2, -1, 5, -1, 8, -1, 11, -1, 14, -1, -1, -1, -1, -1, -1, -1)
const blues2: v128 = i8x16(-1, 10, -1, 13, -1, -1, -1, -1, -1, -1, 1, -1, 4, -1, 7, -1)
const blues3: v128 = i8x16(-1, -1, -1, -1, -1, 0, -1, 3, -1, 6, -1, 9, -1, 12, -1, 15)

/** Where the 256×256 samples are to be written: three bytes each, or four with opacity last. */
export function squareAt(): usize {
  return square
}

/** Where the sketch is: grey, then blue and red difference. Fingerprint, parts and cells read it here. */
export function sketchAt(): usize {
  return made
}

/** Returns 1 when nothing of the picture is transparent, else 0. */
export function sketch(channels: i32): i32 {
  memory.fill(bluer, 0, chromaLength << 3)
  memory.fill(redder, 0, chromaLength << 3)
  const opaque = channels == 3 || isOpaque()
  if (!opaque) drawOnMatte()
  if (channels == 3) ofColours()
  else ofDrawn(opaque)
  for (let at = 0; at < chromaLength; at++) {
    const from = (<usize>at) << 3
    const blue = 128 + load<f64>(bluer + from) / (1.772 * samplesPerCell)
    const red = 128 + load<f64>(redder + from) / (1.402 * samplesPerCell)
    store<u8>(made + greyLength + at, clamped(blue))
    store<u8>(made + greyLength + chromaLength + at, clamped(red))
  }
  return opaque ? 1 : 0
}

/** Two cells at once, of which each is summed up in the order of `ofDrawn`. */
function ofColours(): void {
  let from = square
  for (let at = 0; at < greyLength; at += 16, from += 48) {
    const one = v128.load(from)
    const two = v128.load(from, 16)
    const three = v128.load(from, 32)
    const red = gathered(one, two, three, reds1, reds2, reds3)
    const green = gathered(one, two, three, greens1, greens2, greens3)
    const blue = gathered(one, two, three, blues1, blues2, blues3)
    const cells =
      (<usize>((at >> rowShift) * chromaSide + ((at >> cellShift) & (chromaSide - 1)))) << 3
    bluerSum = v128.load(bluer + cells)
    redderSum = v128.load(redder + cells)
    const first = fourPairs(
      i16x8.extend_low_i8x16_u(red),
      i16x8.extend_low_i8x16_u(green),
      i16x8.extend_low_i8x16_u(blue),
    )
    const second = fourPairs(
      i16x8.extend_high_i8x16_u(red),
      i16x8.extend_high_i8x16_u(green),
      i16x8.extend_high_i8x16_u(blue),
    )
    v128.store(bluer + cells, bluerSum)
    v128.store(redder + cells, redderSum)
    const pairs = i8x16.narrow_i16x8_u(first, second)
    v128.store(
      made + at,
      v128.shuffle<u8>(pairs, pairs, 0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15),
    )
  }
}

/** The sums of the two cells that are being looked at. */
let bluerSum: v128 = f64x2.splat(0)
let redderSum: v128 = f64x2.splat(0)

/** The grey of four samples of both cells. */
function fourPairs(red: v128, green: v128, blue: v128): v128 {
  const lower = twoPairs(
    i32x4.extend_low_i16x8_u(red),
    i32x4.extend_low_i16x8_u(green),
    i32x4.extend_low_i16x8_u(blue),
  )
  const upper = twoPairs(
    i32x4.extend_high_i16x8_u(red),
    i32x4.extend_high_i16x8_u(green),
    i32x4.extend_high_i16x8_u(blue),
  )
  return i16x8.narrow_i32x4_s(lower, upper)
}

function twoPairs(red: v128, green: v128, blue: v128): v128 {
  const first = onePair(red, green, blue)
  const second = onePair(secondHalf(red), secondHalf(green), secondHalf(blue))
  return v128.shuffle<u64>(first, second, 0, 2)
}

function secondHalf(four: v128): v128 {
  return v128.shuffle<u64>(four, four, 1, 1)
}

function onePair(reds: v128, greens: v128, blues: v128): v128 {
  const red = f64x2.convert_low_i32x4_u(reds)
  const green = f64x2.convert_low_i32x4_u(greens)
  const blue = f64x2.convert_low_i32x4_u(blues)
  const grey = f64x2.add(
    f64x2.add(f64x2.mul(f64x2.splat(0.299), red), f64x2.mul(f64x2.splat(0.587), green)),
    f64x2.mul(f64x2.splat(0.114), blue),
  )
  bluerSum = f64x2.add(bluerSum, f64x2.sub(blue, grey))
  redderSum = f64x2.add(redderSum, f64x2.sub(red, grey))
  return i32x4.trunc_sat_f64x2_u_zero(f64x2.add(grey, f64x2.splat(0.5)))
}

/** Samples with opacity: as they are, or as they were drawn on the matte. */
function ofDrawn(opaque: bool): void {
  for (let at = 0; at < greyLength; at++) {
    let red: f64, green: f64, blue: f64
    if (opaque) {
      const from = square + ((<usize>at) << 2)
      red = <f64>load<u8>(from)
      green = <f64>load<u8>(from, 1)
      blue = <f64>load<u8>(from, 2)
    } else {
      const from = drawn + at * 12
      red = <f64>load<f32>(from)
      green = <f64>load<f32>(from, 4)
      blue = <f64>load<f32>(from, 8)
    }
    // ITU-R BT.601, as in JPEG.
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue
    store<u8>(made + at, <u8>(<i32>(grey + 0.5)))
    const cell =
      (<usize>((at >> rowShift) * chromaSide + ((at >> cellShift) & (chromaSide - 1)))) << 3
    store<f64>(bluer + cell, load<f64>(bluer + cell) + (blue - grey))
    store<f64>(redder + cell, load<f64>(redder + cell) + (red - grey))
  }
}

function isOpaque(): bool {
  for (let at = square + 3; at < square + (greyLength << 2); at += 4) {
    if (load<u8>(at) != 255) return false
  }
  return true
}

/** Four bytes a sample to three numbers, drawn on the matte; not rounded to whole levels. */
function drawOnMatte(): void {
  for (let at = 0; at < greyLength; at++) {
    const from = square + (at << 2)
    const opacity = <f64>load<u8>(from, 3) / 255
    for (let channel = 0; channel < 3; channel++) {
      const level = <f64>load<u8>(from + channel) * opacity + matte * (1 - opacity)
      store<f32>(drawn + at * 12 + (channel << 2), <f32>level)
    }
  }
}

function clamped(value: f64): u8 {
  return <u8>(<i32>Math.max(0, Math.min(255, Math.round(value))))
}
