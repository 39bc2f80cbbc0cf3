import { describe, expect, it } from 'vitest'
import { drawnOn, pathOf, pointAt } from '../../../src/renderer/compliance/assess/review/strokes'

const box = { left: 100, top: 50, width: 300, height: 100 }

describe('a drawn signature', () => {
  it.each([
    [100, 50, [0, 0]],
    [400, 150, [600, 200]],
    [250, 100, [300, 100]],
    // A pen that leaves the field goes along its edge.
    [90, 400, [0, 200]],
  ])('has its points in units of the field: %i, %i', (clientX, clientY, expected) => {
    expect(pointAt({ clientX, clientY }, box)).toEqual(expected)
  })

  it('leaves out what is nearer than the pen is wide', () => {
    expect(drawnOn([[10, 10]], [11, 11])).toEqual([[10, 10]])
    expect(drawnOn([[10, 10]], [12, 10])).toEqual([
      [10, 10],
      [12, 10],
    ])
  })

  it.each([
    [[], ''],
    [[[5, 6]], 'M5 6h0.1'],
    [
      [
        [5, 6],
        [7, 8],
        [9, 1],
      ],
      'M5 6L7 8L9 1',
    ],
  ] as [[number, number][], string][])('is a path: %j', (stroke, path) => {
    expect(pathOf(stroke)).toBe(path)
  })
})
