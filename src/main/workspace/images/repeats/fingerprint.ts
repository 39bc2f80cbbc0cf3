/**
 * 22 hashes of 256 bits for one picture, as in Meta's PDQ (ThreatExchange, hashing.pdf) but from an
 * area-averaged 32×32 instead of a filtered full picture: not interchangeable with PDQ's own.
 */
import { cosineTransform } from './cosineTransform.ts'
import { nthSmallest } from './nthSmallest.ts'
import { greyOf, greySide } from './sketch.ts'
import type { Sketch } from './sketch.ts'

/** A part of a picture as shares (0–1) of its width and height. */
export interface Window {
  left: number
  top: number
  width: number
  height: number
}

function centred(width: number, height: number): Window {
  return { left: (1 - width) / 2, top: (1 - height) / 2, width, height }
}

/**
 * The parts that are hashed besides the whole, in the order of their hashes: what is left when a
 * picture is trimmed all round, at a corner or on one side, or cut to another shape.
 */
export const crops: readonly Window[] = [
  centred(0.8, 0.8),
  centred(0.9, 0.9),
  ...[0, 0.2].flatMap((top) => [0, 0.2].map((left) => ({ left, top, width: 0.8, height: 0.8 }))),
  ...[0.8, 0.9].flatMap((rest) => [
    { left: 0, top: 0, width: rest, height: 1 },
    { left: 1 - rest, top: 0, width: rest, height: 1 },
    { left: 0, top: 0, width: 1, height: rest },
    { left: 0, top: 1 - rest, width: 1, height: rest },
  ]),
  // 4:3, 3:2 and 16:9 photos cut to a poster's 1200×630, then the same to a square.
  centred(1, 0.7),
  centred(1, 0.79),
  centred(1, 0.9),
  centred(0.75, 1),
  centred(0.67, 1),
  centred(0.9, 1),
]

export const hashBytes = 32
/** Whole, whole mirrored left to right, then the crops. */
const hashesPerPicture = 2 + crops.length
export const fingerprintBytes = hashBytes * hashesPerPicture

/**
 * 22 hashes of 32 bytes. Bit `v * 16 + u` of a hash (byte `bit >> 3`, bit `bit & 7`)
 * is set when the DCT coefficient of horizontal frequency `u + 1` and vertical `v + 1` exceeds the
 * median of the 256 by more than the noise floor.
 */
export type Fingerprint = Uint8Array

const side = 32
const frequencies = 16

/**
 * Coefficients (orthonormal, of grey 0–255) within this of the median leave their bit clear, so that
 * blank and very smooth pictures hash alike instead of hashing their compression noise.
 */
const noiseFloor = 1

const transform = cosineTransform(side, 1, frequencies)

/** Sums of all samples above and left: one row and column more than the picture. */
function summedArea(grey: Uint8Array): Float64Array {
  const stride = greySide + 1
  const sums = new Float64Array(stride * stride)
  for (let y = 0; y < greySide; y++) {
    let row = 0
    for (let x = 0; x < greySide; x++) {
      row += grey[y * greySide + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row
    }
  }
  return sums
}

/** Where cells of a window begin and end: 33 places along one direction, 0–256. */
function edgesOf(from: number, length: number): { whole: Uint8Array; share: Float64Array } {
  const whole = new Uint8Array(side + 1)
  const share = new Float64Array(side + 1)
  for (let step = 0; step <= side; step++) {
    const place = (from + (length * step) / side) * greySide
    whole[step] = Math.min(Math.floor(place), greySide - 1)
    share[step] = place - (whole[step] ?? 0)
  }
  return { whole, share }
}

/** The mean grey of 32×32 equal cells of the window; edges between samples share them. */
function averaged(sums: Float64Array, window: Window): Float64Array {
  const stride = greySide + 1
  const columns = edgesOf(window.left, window.width)
  const rows = edgesOf(window.top, window.height)
  const area = ((window.width * greySide) / side) * ((window.height * greySide) / side)
  const cells = new Float64Array(side * side)
  let above = new Float64Array(side + 1)
  let below = new Float64Array(side + 1)
  for (let y = 0; y <= side; y++) {
    const row = (rows.whole[y] ?? 0) * stride
    const down = rows.share[y] ?? 0
    for (let x = 0; x <= side; x++) {
      const from = row + (columns.whole[x] ?? 0)
      const across = columns.share[x] ?? 0
      const before = (sums[from] ?? 0) * (1 - down) + (sums[from + stride] ?? 0) * down
      const after = (sums[from + 1] ?? 0) * (1 - down) + (sums[from + stride + 1] ?? 0) * down
      below[x] = before * (1 - across) + after * across
    }
    for (let x = 0; y > 0 && x < side; x++) {
      const right = (below[x + 1] ?? 0) - (above[x + 1] ?? 0)
      const left = (below[x] ?? 0) - (above[x] ?? 0)
      cells[(y - 1) * side + x] = (right - left) / area
    }
    ;[above, below] = [below, above]
  }
  return cells
}

/** Frequencies 1–16 in both directions of the 32×32 DCT. */
function lowFrequencies(cells: Float64Array): Float64Array {
  const byRow = new Float64Array(side * frequencies)
  for (let y = 0; y < side; y++) {
    transform(cells, y * side, 1, byRow, y * frequencies, 1)
  }
  const coefficients = new Float64Array(frequencies * frequencies)
  for (let u = 0; u < frequencies; u++) {
    transform(byRow, u, frequencies, coefficients, u, frequencies)
  }
  return coefficients
}

function writeHash(coefficients: Float64Array, into: Uint8Array): void {
  const ordered = coefficients.slice()
  const median = (nthSmallest(ordered, 127) + nthSmallest(ordered, 128)) / 2
  for (let bit = 0; bit < coefficients.length; bit++) {
    if ((coefficients[bit] ?? 0) > median + noiseFloor) {
      into[bit >> 3] = (into[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
}

/** Mirroring left to right changes the sign of every odd horizontal frequency and nothing else. */
function mirrored(coefficients: Float64Array): Float64Array {
  return coefficients.map((value, at) => ((at % frequencies) % 2 === 0 ? -value : value))
}

export function fingerprintOf(sketch: Sketch): Fingerprint {
  const sums = summedArea(greyOf(sketch))
  const fingerprint = new Uint8Array(fingerprintBytes)
  const hashAt = (index: number) => fingerprint.subarray(index * hashBytes, (index + 1) * hashBytes)
  const whole = lowFrequencies(averaged(sums, { left: 0, top: 0, width: 1, height: 1 }))
  writeHash(whole, hashAt(0))
  writeHash(mirrored(whole), hashAt(1))
  crops.forEach((crop, index) => {
    writeHash(lowFrequencies(averaged(sums, crop)), hashAt(2 + index))
  })
  return fingerprint
}

/** How many of the 256 bits of two hashes differ. */
export function hashDistance(one: Uint8Array, other: Uint8Array): number {
  let distance = 0
  for (let at = 0; at < hashBytes; at++) {
    let bits = (one[at] ?? 0) ^ (other[at] ?? 0)
    for (; bits !== 0; bits &= bits - 1) distance++
  }
  return distance
}
