/** The sums behind one step of the alignment: the equations of least squares. */
import { kernels } from '../kernels/kernels.ts'
import type { Alignment } from './placement.ts'
import { layOut } from './pyramid.ts'
import type { Grey } from './pyramid.ts'

/** scaleX, shiftX, scaleY, shiftY, gain, offset. */
export const unknowns = 6

export interface NormalEquations {
  /** 6×6 row by row, of which the upper triangle is filled. */
  matrix: Float64Array
  right: Float64Array
  /** Samples that lie on both pictures. */
  count: number
  /** What they say about place, before and after those that do not fit were weighted down. */
  said: number
  deviation: number
  misfit: number
}

const matrixLength = unknowns * unknowns
const sumsLength = matrixLength + unknowns + 4

/**
 * Every `stride`-th sample of `kept` against its place in `questioned`, weighted by its texture and
 * (Geman–McClure) by how well it fits. Most of a comparison is spent here.
 */
export function sumsOver(
  kept: Grey,
  questioned: Grey,
  { scaleX, scaleY, shiftX, shiftY, gain, offset }: Alignment,
  stride: number,
  spread: number,
): NormalEquations {
  const kernel = kernels()
  layOut(kept, questioned)
  const from = [scaleX, scaleY, shiftX, shiftY, gain, offset]
  kernel.numbers(kernel.alignmentAt(), from.length).set(from)
  kernel.alignmentSums(kept.side, stride, spread)
  const sums = kernel.numbers(kernel.alignmentSumsAt(), sumsLength)
  const [count = 0, said = 0, deviation = 0, misfit = 0] = sums.subarray(matrixLength + unknowns)
  return {
    matrix: sums.slice(0, matrixLength),
    right: sums.slice(matrixLength, matrixLength + unknowns),
    count,
    said,
    deviation,
    misfit,
  }
}
