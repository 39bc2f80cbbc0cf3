/** 22 hashes of a sketch's grey; see `repeats/fingerprint.ts`. */
import { transform } from './cosines'
import { nthSmallest } from './nthSmallest'
import { sketchAt } from './sketch'

const greySide: i32 = 256
const stride: i32 = greySide + 1
const side: i32 = 32
const frequencies: i32 = 16
const coefficientCount: i32 = 16 * 16
const hashBytes: i32 = 32
const noiseFloor: f64 = 1
const mostWindows: i32 = 32

const sums: usize = memory.data(257 * 257 * 8)
const cellsByColumn: usize = memory.data(32 * 32 * 8)
const byRow: usize = memory.data(32 * 16 * 8)
const coefficients: usize = memory.data(16 * 16 * 8)
const ordered: usize = memory.data(16 * 16 * 8)
const above: usize = memory.data(33 * 8)
const below: usize = memory.data(33 * 8)
const columnWhole: usize = memory.data(33 * 4)
const columnShare: usize = memory.data(33 * 8)
const rowWhole: usize = memory.data(33 * 4)
const rowShare: usize = memory.data(33 * 8)
const cosines: usize = memory.data(16 * 16 * 8)
const windows: usize = memory.data(32 * 4 * 8)
const made: usize = memory.data(34 * 32)

/** Where the cosines of 16 frequencies are to be written, 16 for each. */
export function fingerprintCosinesAt(): usize {
  return cosines
}

/** Where the windows are to be written: left, top, width and height of each, in shares. */
export function windowsAt(): usize {
  return windows
}

/** Where the hashes are: whole, mirrored, then one for each window but the first. */
export function fingerprintAt(): usize {
  return made
}

/** @param count of windows; the first is the whole picture */
export function fingerprint(count: i32): void {
  sumUp()
  memory.fill(made, 0, <usize>((mostWindows + 2) * hashBytes))
  for (let window = 0; window < count; window++) {
    average(windows + ((<usize>window) << 5))
    lowFrequencies()
    if (window == 0) {
      writeHash(made)
      mirror()
      writeHash(made + hashBytes)
    } else {
      writeHash(made + (window + 1) * hashBytes)
    }
  }
}

/** Sums of all samples above and left: one row and column more than the picture. */
function sumUp(): void {
  for (let y = 0; y < greySide; y++) {
    let row: f64 = 0
    for (let x = 0; x < greySide; x++) {
      row += <f64>load<u8>(sketchAt() + y * greySide + x)
      const over = sums + ((<usize>(y * stride + x + 1)) << 3)
      store<f64>(over + (stride << 3), load<f64>(over) + row)
    }
  }
}

/** Where cells of a window begin and end: 33 places along one direction, 0–256. */
function edges(from: f64, length: f64, whole: usize, share: usize): void {
  for (let step = 0; step <= side; step++) {
    const place = (from + (length * <f64>step) / <f64>side) * <f64>greySide
    const floor = min(<i32>Math.floor(place), greySide - 1)
    store<i32>(whole + ((<usize>step) << 2), floor)
    store<f64>(share + ((<usize>step) << 3), place - <f64>floor)
  }
}

/** The mean grey of 32×32 equal cells of the window, column by column; edges between samples share them. */
function average(window: usize): void {
  const width = load<f64>(window, 16)
  const height = load<f64>(window, 24)
  edges(load<f64>(window), width, columnWhole, columnShare)
  edges(load<f64>(window, 8), height, rowWhole, rowShare)
  const area = ((width * <f64>greySide) / <f64>side) * ((height * <f64>greySide) / <f64>side)
  let upper = above
  let lower = below
  for (let y = 0; y <= side; y++) {
    const row = load<i32>(rowWhole + ((<usize>y) << 2)) * stride
    const down = load<f64>(rowShare + ((<usize>y) << 3))
    for (let x = 0; x <= side; x++) {
      const from = sums + ((<usize>(row + load<i32>(columnWhole + ((<usize>x) << 2)))) << 3)
      const across = load<f64>(columnShare + ((<usize>x) << 3))
      const next = from + (stride << 3)
      const before = load<f64>(from) * (1 - down) + load<f64>(next) * down
      const after = load<f64>(from, 8) * (1 - down) + load<f64>(next, 8) * down
      store<f64>(lower + ((<usize>x) << 3), before * (1 - across) + after * across)
    }
    for (let x = 0; y > 0 && x < side; x++) {
      const at = (<usize>x) << 3
      const right = load<f64>(lower + at, 8) - load<f64>(upper + at, 8)
      const left = load<f64>(lower + at) - load<f64>(upper + at)
      store<f64>(cellsByColumn + ((<usize>(x * side + y - 1)) << 3), (right - left) / area)
    }
    const swapped = upper
    upper = lower
    lower = swapped
  }
}

/** Frequencies 1–16 in both directions of the 32×32 DCT. */
function lowFrequencies(): void {
  const half = side / 2
  for (let y = 0; y < side; y += 2) {
    const from = cellsByColumn + ((<usize>y) << 3)
    const into = byRow + ((<usize>(y * frequencies)) << 3)
    transform(from, side << 3, into, 8, frequencies << 3, cosines, half, 1, frequencies)
  }
  for (let u = 0; u < frequencies; u += 2) {
    const at = (<usize>u) << 3
    const into = coefficients + at
    transform(
      byRow + at,
      frequencies << 3,
      into,
      frequencies << 3,
      8,
      cosines,
      half,
      1,
      frequencies,
    )
  }
}

function writeHash(into: usize): void {
  memory.copy(ordered, coefficients, coefficientCount << 3)
  const lower = nthSmallest(ordered, coefficientCount, 127)
  const median = (lower + nthSmallest(ordered, coefficientCount, 128)) / 2
  for (let bit = 0; bit < coefficientCount; bit++) {
    if (load<f64>(coefficients + ((<usize>bit) << 3)) <= median + noiseFloor) continue
    const byte = into + (bit >> 3)
    store<u8>(byte, <u8>((<i32>load<u8>(byte)) | (1 << (bit & 7))))
  }
}

/** Mirroring left to right changes the sign of every odd horizontal frequency and nothing else. */
function mirror(): void {
  for (let at = 0; at < coefficientCount; at += 2) {
    const place = coefficients + ((<usize>at) << 3)
    store<f64>(place, -load<f64>(place))
  }
}
