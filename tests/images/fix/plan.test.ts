import { describe, expect, it } from 'vitest'
import { cropWindow, fillsWhenScaled, fitWithin } from '#contract/fixGeometry'
import { isCut, planFor } from '../../../src/main/workspace/images/fix/plan.ts'
import { randomFrom } from '../../support/drawing.ts'

const poster = { width: 1200, height: 630 }
const story = { width: 1080, height: 1920 }
const middle = { x: 0.5, y: 0.5, zoom: 1 }

describe('the window', () => {
  // Worked out by hand: a frame of 40:21 is 2000×1050 in a square of 2000, and so on.
  it.each([
    [{ width: 2000, height: 2000 }, poster, middle, [0, 475, 2000, 1050]],
    [{ width: 2000, height: 2000 }, poster, { x: 0.5, y: 0, zoom: 1 }, [0, 0, 2000, 1050]],
    [{ width: 2000, height: 2000 }, poster, { x: 0.5, y: 1, zoom: 1 }, [0, 950, 2000, 1050]],
    [{ width: 2000, height: 2000 }, poster, { x: 0, y: 0, zoom: 2 }, [0, 0, 1000, 525]],
    [{ width: 2000, height: 2000 }, poster, { x: 1, y: 1, zoom: 2 }, [1000, 1475, 1000, 525]],
    [{ width: 4000, height: 1050 }, poster, { x: 0.25, y: 0.5, zoom: 1 }, [500, 0, 2000, 1050]],
    [{ width: 1200, height: 630 }, poster, { x: 1, y: 1, zoom: 1 }, [0, 0, 1200, 630]],
    [{ width: 1000, height: 1000 }, story, middle, [219, 0, 563, 1000]],
    [{ width: 1, height: 1 }, poster, middle, [0, 0, 1, 1]],
  ] as const)('of %o in %o at %o is %o', (picture, frame, place, [left, top, width, height]) => {
    expect(cropWindow(picture, frame, place)).toEqual({ left, top, width, height })
  })

  it('stays within the picture and has the frame’s shape, wherever it lies', () => {
    const random = randomFrom(11)
    const whole = (from: number, to: number) => from + Math.floor(random() * (to - from))
    for (let round = 0; round < 2_000; round++) {
      const picture = { width: whole(1, 6_000), height: whole(1, 6_000) }
      const frame = { width: whole(16, 3_000), height: whole(16, 3_000) }
      const place = { x: random(), y: random(), zoom: 1 + random() * 3 }
      const { left, top, width, height } = cropWindow(picture, frame, place)
      expect([left, top, width, height].every(Number.isInteger)).toBe(true)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(top).toBeGreaterThanOrEqual(0)
      expect(left + width).toBeLessThanOrEqual(picture.width)
      expect(top + height).toBeLessThanOrEqual(picture.height)
      // Half a pixel of rounding on each side of a rectangle of exactly the frame's ratio.
      const exact = (height * frame.width) / frame.height
      const slack = 0.5 + (0.5 * frame.width) / frame.height + 1e-9
      const tiny = width === 1 || height === 1
      expect(tiny || Math.abs(width - exact) <= slack).toBe(true)
    }
  })
})

describe('the whole picture in a frame', () => {
  it.each([
    [{ width: 2000, height: 2000 }, poster, [630, 630]],
    [{ width: 1600, height: 1067 }, poster, [945, 630]],
    [{ width: 4000, height: 1000 }, poster, [1200, 300]],
    [{ width: 2400, height: 1260 }, poster, [1200, 630]],
    [{ width: 602, height: 316 }, poster, [1200, 630]],
    [{ width: 300, height: 100 }, story, [1080, 360]],
    [{ width: 20_000, height: 1 }, poster, [1200, 1]],
  ] as const)('%o in %o is %o', (picture, frame, [width, height]) => {
    expect(fitWithin(picture, frame)).toEqual({ width, height })
  })

  it('needs only scaling where the ratio is the frame’s to the nearest pixel', () => {
    expect(fillsWhenScaled({ width: 602, height: 316 }, poster)).toBe(true)
    expect(fillsWhenScaled({ width: 1200, height: 628 }, poster)).toBe(false)
    expect(fillsWhenScaled({ width: 1200, height: 632 }, poster)).toBe(false)
  })
})

describe('the plan', () => {
  const square = { width: 2000, height: 2000 }

  it('fills the frame from a window', () => {
    expect(planFor(square, { ...poster, way: 'fill' }, { x: 0, y: 0.2, zoom: 1 })).toEqual({
      window: { left: 0, top: 190, width: 2000, height: 1050 },
      drawn: poster,
      canvas: poster,
      left: 0,
      top: 0,
      enlarged: 0.6,
    })
  })

  it('pads evenly, the odd pixel on the right and below', () => {
    const { left, top, drawn, canvas, window, enlarged } = planFor(
      { width: 1600, height: 1067 },
      { ...poster, way: 'pad' },
      middle,
    )
    expect({ left, top, drawn, canvas }).toEqual({
      left: 127,
      top: 0,
      drawn: { width: 945, height: 630 },
      canvas: poster,
    })
    expect(window).toEqual({ left: 0, top: 0, width: 1600, height: 1067 })
    expect(enlarged).toBeCloseTo(945 / 1600, 5)
  })

  it('fits without edges, at a size of its own', () => {
    expect(planFor(square, { ...poster, way: 'fit' }, middle)).toMatchObject({
      canvas: { width: 630, height: 630 },
      left: 0,
      top: 0,
    })
  })

  it('tells what is enlarged, and what is cut', () => {
    const small = { width: 600, height: 315 }
    expect(planFor(small, { ...poster, way: 'pad' }, middle).enlarged).toBe(2)
    expect(planFor(square, { ...poster, way: 'fill' }, { ...middle, zoom: 4 }).enlarged).toBe(2.4)
    expect(isCut(square, { ...poster, way: 'fill' })).toBe(true)
    expect(isCut(square, { ...poster, way: 'pad' })).toBe(false)
    expect(isCut(small, { ...poster, way: 'fill' })).toBe(false)
  })
})
