/**
 * 22 hashes of 256 bits for one picture, as in Meta's PDQ (ThreatExchange, hashing.pdf) but from an
 * area-averaged 32×32 instead of a filtered full picture: not interchangeable with PDQ's own.
 */
import { cosinesOf, kernels } from '../kernels/kernels.ts'
import { greyOf } from './sketch.ts'
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

/** What is hashed, in the kernel's order: the whole picture stands before its crops. */
const windows = [centred(1, 1), ...crops].map(({ left, top, width, height }) => [
  ...[left, top, width, height],
])

let isReady = false

/** The tables that the kernel works by are written once. */
function readyKernels() {
  const kernel = kernels()
  if (!isReady) {
    const cosines = cosinesOf(side, 1, frequencies)
    kernel.numbers(kernel.fingerprintCosinesAt(), cosines.length).set(cosines)
    kernel.numbers(kernel.windowsAt(), 4 * windows.length).set(windows.flat())
    isReady = true
  }
  return kernel
}

/**
 * Coefficients (orthonormal, of grey 0–255) within 1 of the median leave their bit clear, so that blank
 * and very smooth pictures hash alike instead of hashing their compression noise.
 */
export function fingerprintOf(sketch: Sketch): Fingerprint {
  const kernel = readyKernels()
  const grey = greyOf(sketch)
  kernel.bytes(kernel.sketchAt(), grey.length).set(grey)
  kernel.fingerprint(windows.length)
  return kernel.bytes(kernel.fingerprintAt(), fingerprintBytes).slice()
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
