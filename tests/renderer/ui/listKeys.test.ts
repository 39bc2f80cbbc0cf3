import { describe, expect, it } from 'vitest'
import { placeAfter } from '../../../src/renderer/ui/listKeys'

describe('in a list of ten', () => {
  const list = { count: 10, columns: 1, page: 4 }
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['ArrowRight', 3, null],
    ['PageDown', 3, 7],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
    ['Home', 6, 0],
    ['End', 6, 9],
    ['x', 3, null],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(placeAfter(key, from, list)).toBe(to)
  })
})

describe('in a grid of three columns with eight tiles', () => {
  const grid = { count: 8, columns: 3, page: 2 }
  it.each([
    ['ArrowDown', 1, 4],
    // The last row is shorter: from above its gap to its end.
    ['ArrowDown', 5, 7],
    ['ArrowDown', 6, 6],
    ['ArrowUp', 4, 1],
    ['ArrowUp', 2, 2],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 7, 7],
    ['ArrowLeft', 3, 2],
  ])('%s from %i leads to %s', (key, from, to) => {
    expect(placeAfter(key, from, grid)).toBe(to)
  })
})

it('leads nowhere in an empty list', () => {
  expect(placeAfter('End', 0, { count: 0, columns: 1, page: 1 })).toBe(null)
})
