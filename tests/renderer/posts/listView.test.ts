import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  choicesMade,
  emptyFilter,
  isFiltering,
} from '../../../src/renderer/posts/filters/filterView'
import {
  cellAfter,
  columnsBy,
  daysOfTiles,
  nextSort,
} from '../../../src/renderer/posts/list/listView'
import { optionsOf, toggled } from '../../../src/renderer/ui/options'
import { selectionWith } from '../../../src/renderer/ui/selection'
import { tileOf } from './tiles'

const last = columnsBy('day').length - 1

describe('keys of the list', () => {
  it.each([
    ['ArrowDown', { row: 0, column: 2 }, { row: 1, column: 2 }],
    ['ArrowUp', { row: 0, column: 2 }, { row: 0, column: 2 }],
    ['ArrowRight', { row: 3, column: last }, { row: 3, column: last }],
    ['ArrowLeft', { row: 3, column: 1 }, { row: 3, column: 0 }],
    ['PageDown', { row: 95, column: 0 }, { row: 99, column: 0 }],
    ['PageUp', { row: 95, column: 0 }, { row: 85, column: 0 }],
    ['Home', { row: 95, column: 4 }, { row: 0, column: 4 }],
    ['End', { row: 5, column: 4 }, { row: 99, column: 4 }],
  ])('%s from %o leads to %o', (key, at, to) => {
    expect(cellAfter(key, at, { rows: 100, page: 10 })).toEqual(to)
  })

  it('lead nowhere in an empty list, nor do other keys', () => {
    expect(cellAfter('ArrowDown', { row: 0, column: 0 }, { rows: 0, page: 10 })).toBeNull()
    expect(cellAfter('a', { row: 0, column: 0 }, { rows: 9, page: 10 })).toBeNull()
  })
})

it('knows the days of its posts, in whatever order they come', () => {
  const tiles = ['2026-11-09', null, '2025-01-31', '2026-02-01'].map((text) => ({
    day: text === null ? null : PlainDate.parse(text),
  }))
  expect(daysOfTiles(tiles)).toEqual({ from: '2025-01-31', to: '2026-11-09' })
  expect(daysOfTiles([{ day: null }])).toBeNull()
})

describe('sorting', () => {
  it('by reach shows it where else what is missing stands', () => {
    const keys = (order: 'day' | 'reach') => columnsBy(order).map(({ key }) => key)
    expect(keys('day').at(-1)).toBe('missing')
    expect(keys('reach')).toEqual([...keys('day').slice(0, -1), 'reach'])
  })

  it('turns the same column round and begins another upward', () => {
    expect(nextSort({ order: 'day', descending: false }, 'day')).toEqual({
      ...{ order: 'day', descending: true },
    })
    expect(nextSort({ order: 'day', descending: true }, 'title')).toEqual({
      ...{ order: 'title', descending: false },
    })
  })
})

describe('selecting', () => {
  const rows = [1, 2, 3, 4].map((number) => tileOf(number))
  const [one = tileOf(1), two = tileOf(2), , four = tileOf(4)] = rows
  const keys = (selected: ReadonlyMap<string, unknown>) =>
    [...selected.keys()].map((id) => Number(id.slice(-1))).sort()

  it('takes a row in and out, and all between with Shift', () => {
    const first = selectionWith(new Map(), rows, two, false)
    expect(keys(first)).toEqual([2])
    expect(keys(selectionWith(first, rows, two, false))).toEqual([])
    expect(keys(selectionWith(first, rows, four, true))).toEqual([2, 3, 4])
    expect(keys(selectionWith(first, rows, one, true))).toEqual([1, 2])
  })
})

describe('the filter', () => {
  it('leaves nothing out when it is empty', () => {
    expect(isFiltering(emptyFilter())).toBe(false)
    expect(isFiltering({ ...emptyFilter(), expired: true })).toBe(true)
    expect(isFiltering({ ...emptyFilter(), search: 'cerun' })).toBe(true)
    expect(choicesMade({ ...emptyFilter(), kinds: ['text'], incomplete: true })).toBe(2)
  })

  it('offers what has posts and what is ticked', () => {
    const all = ['a', 'b', 'c'].map((value) => ({ value, label: value }))
    expect(optionsOf(all, ['c'], { a: 3 })).toEqual([
      { value: 'a', label: 'a', count: 3 },
      { value: 'c', label: 'c', count: 0 },
    ])
    expect(optionsOf(all, [], undefined)).toHaveLength(3)
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b'])
  })
})
