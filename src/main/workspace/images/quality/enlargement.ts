import { kernels } from '../kernels/kernels.ts'
import type { Grey } from './detail.ts'

/** Longest row of curvatures that is looked at. */
const longest = 512
/** Half-width of the mean by which slow changes are taken out. */
const slow = 8

/**
 * How regularly sharpness comes and goes along rows and along columns, as the strongest frequency
 * over the median one; the weaker of the two directions. Interpolation leaves it (Gallagher,
 * "Detection of linear and cubic interpolation in JPEG compressed images", CRV 2005): between
 * original pixels the curvature is lower. Frequencies of JPEG's 8 px grid are left out, except half
 * the sampling rate: within a block, odd and even places are mirror images of each other.
 */
export function interpolation({ width, height }: Grey): number {
  const kernel = kernels()
  kernel.bendsAcrossColumns(width, height)
  const alongRows = strongestOf(kernel.words(kernel.bendsAt(), width))
  kernel.bendsAcrossRows(width, height)
  return Math.min(alongRows, strongestOf(kernel.words(kernel.bendsAt(), height)))
}

function strongestOf(sums: Uint32Array): number {
  const length = Math.min(longest, 2 ** Math.floor(Math.log2(Math.max(1, sums.length - 2))))
  if (length < 128) return 0
  const waves = withoutSlow(sums, length)
  const found: number[] = []
  let strongestFound = 0
  for (let frequency = Math.floor(length * 0.24); frequency <= length / 2; frequency++) {
    const eighths = (frequency * 8) / length
    const ofGrid = Math.abs(eighths - Math.round(eighths)) < 0.03
    if (ofGrid && frequency < length / 2) continue
    const strength = strengthOf(waves, frequency)
    found.push(strength)
    if (strength > strongestFound) strongestFound = strength
  }
  const median = found.sort((a, b) => a - b)[found.length >> 1] ?? 0
  return median === 0 ? 0 : strongestFound / median
}

function withoutSlow(sums: Uint32Array, length: number): Float64Array {
  const waves = new Float64Array(length)
  for (let at = 0; at < length; at++) {
    const from = Math.max(1, at + 1 - slow)
    const to = Math.min(sums.length - 1, at + 2 + slow)
    let sum = 0
    for (let near = from; near < to; near++) sum += sums[near] ?? 0
    const mean = sum / (to - from)
    waves[at] = mean === 0 ? 0 : (sums[at + 1] ?? 0) / mean - 1
  }
  return waves
}

/** One term of the Fourier transform (Goertzel). */
function strengthOf(waves: Float64Array, frequency: number): number {
  const turn = (2 * Math.PI * frequency) / waves.length
  const twice = 2 * Math.cos(turn)
  let last = 0
  let beforeLast = 0
  for (let at = 0; at < waves.length; at++) {
    const next = (waves[at] ?? 0) + twice * last - beforeLast
    beforeLast = last
    last = next
  }
  return Math.sqrt(Math.max(0, last * last + beforeLast * beforeLast - twice * last * beforeLast))
}
