import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../../src/main/workspace/images/repeats/align.ts'
import { samePlace } from '../../../src/main/workspace/images/repeats/placement.ts'
import type { Alignment } from '../../../src/main/workspace/images/repeats/placement.ts'
import { pyramidOf } from '../../../src/main/workspace/images/repeats/pyramid.ts'
import { randomFrom } from '../../support/drawing.ts'

const side = 256

/** A smooth landscape that is known at every place, so that moving it needs no resampling. */
function landscape(seed: number): (u: number, v: number) => number {
  const random = randomFrom(seed)
  const hills = Array.from({ length: 40 }, () => ({
    u: random() * 1.4 - 0.2,
    v: random() * 1.4 - 0.2,
    wide: 0.02 + random() * 0.1,
    tall: (random() - 0.5) * 160,
  }))
  return (u, v) =>
    hills.reduce(
      (sum, hill) =>
        sum + hill.tall * Math.exp(-((u - hill.u) ** 2 + (v - hill.v) ** 2) / hill.wide ** 2),
      128,
    )
}

function drawn(grey: (u: number, v: number) => number): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, at) => {
    const value = grey(((at % side) + 0.5) / side, (Math.floor(at / side) + 0.5) / side)
    return Math.max(0, Math.min(255, Math.round(value)))
  })
}

function found(seed: number, truth: Alignment): Alignment | null {
  const place = landscape(seed)
  const kept = drawn(place)
  const questioned = drawn(
    (u, v) =>
      truth.gain * place((u - truth.shiftX) / truth.scaleX, (v - truth.shiftY) / truth.scaleY) +
      truth.offset,
  )
  return align(pyramidOf(kept), pyramidOf(questioned), [samePlace])
}

/** Farthest a corner of the picture lands from where it belongs, in samples. */
function cornerError(one: Alignment, truth: Alignment): number {
  const errors = [0, 1].flatMap((corner) => [
    one.scaleX * corner + one.shiftX - truth.scaleX * corner - truth.shiftX,
    one.scaleY * corner + one.shiftY - truth.scaleY * corner - truth.shiftY,
  ])
  return Math.max(...errors.map(Math.abs)) * side
}

describe('alignment', () => {
  it('recovers a known scale, shift and brightening to half a sample', () => {
    const truths = fc.record({
      scaleX: fc.double({ min: 0.94, max: 1.06, noNaN: true }),
      scaleY: fc.double({ min: 0.94, max: 1.06, noNaN: true }),
      shiftX: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
      shiftY: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
      gain: fc.double({ min: 0.9, max: 1.05, noNaN: true }),
      offset: fc.double({ min: -6, max: 6, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), truths, (seed, truth) => {
        const alignment = found(seed, truth)
        expect(alignment).not.toBeNull()
        if (alignment === null) return
        expect(cornerError(alignment, truth)).toBeLessThan(0.5)
        const grey = (tone: Alignment, value: number) => tone.gain * value + tone.offset
        expect(Math.abs(grey(alignment, 60) - grey(truth, 60))).toBeLessThan(6)
        expect(Math.abs(grey(alignment, 190) - grey(truth, 190))).toBeLessThan(6)
      }),
      { numRuns: 20, seed: 7 },
    )
  })

  it('starts from the crop that was proposed', () => {
    const truth = { scaleX: 1.25, scaleY: 1.25, shiftX: -0.25, shiftY: 0, gain: 1, offset: 0 }
    const place = landscape(4)
    const kept = pyramidOf(drawn(place))
    const part = pyramidOf(drawn((u, v) => place((u + 0.25) / 1.25, v / 1.25)))
    const near = { scaleX: 1.27, scaleY: 1.23, shiftX: -0.24, shiftY: 0.01 }
    const alignment = align(kept, part, [samePlace, near])
    expect(alignment && cornerError(alignment, truth)).toBeLessThan(0.5)
  })

  it('leaves a blank picture where it is, and gives up on what is unlike', () => {
    const blank = pyramidOf(drawn(() => 200))
    expect(align(blank, blank, [samePlace])).toEqual({ ...samePlace, gain: 1, offset: 0 })
    const [one, other] = [1, 2].map((seed) => pyramidOf(drawn(stripes(seed))))
    expect(one && other && align(one, other, [samePlace])).toBeNull()
  })
})

/** Bars of random height: every sample is textured, and no shift makes two of them fit. */
function stripes(seed: number): (u: number, v: number) => number {
  const random = randomFrom(seed)
  const tones = Array.from({ length: 400 }, () => random() * 255)
  return (u, v) => tones[Math.floor(u * 20) * 20 + Math.floor(v * 20)] ?? 0
}
