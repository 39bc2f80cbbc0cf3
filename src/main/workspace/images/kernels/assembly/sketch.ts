/** A sketch from 256×256 samples of colour; see `repeats/sketch.ts`. */

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
  for (let at = 0; at < greyLength; at++) {
    let red: f64, green: f64, blue: f64
    if (opaque) {
      const from = square + at * channels
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
  for (let at = 0; at < chromaLength; at++) {
    const from = (<usize>at) << 3
    const blue = 128 + load<f64>(bluer + from) / (1.772 * samplesPerCell)
    const red = 128 + load<f64>(redder + from) / (1.402 * samplesPerCell)
    store<u8>(made + greyLength + at, clamped(blue))
    store<u8>(made + greyLength + chromaLength + at, clamped(red))
  }
  return opaque ? 1 : 0
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
