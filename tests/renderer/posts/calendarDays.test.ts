import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  addDays,
  addMonths,
  monthGrid,
  monthOf,
  weekOf,
  weekStart,
  yearsOf,
} from '../../../src/renderer/posts/calendarDays'

const day = (text: string) => PlainDate.parse(text)

describe('days of the calendar', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-11-22', 7, '2026-11-29'],
  ])('%s and %i days are %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-11-22', -11, '2025-12-22'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  // 22 November 2026 is a Sunday, 1 June 2026 a Monday.
  it('begins weeks on Monday, or on Sunday', () => {
    expect(weekStart(day('2026-11-22'), 'monday')).toBe('2026-11-16')
    expect(weekStart(day('2026-11-22'), 'sunday')).toBe('2026-11-22')
    expect(weekStart(day('2026-11-21'), 'sunday')).toBe('2026-11-15')
    expect(weekStart(day('2026-06-01'), 'monday')).toBe('2026-06-01')
    expect(weekStart(day('2026-06-01'), 'sunday')).toBe('2026-05-31')
    expect(weekOf(day('2026-01-01'), 'monday')).toEqual({ from: '2025-12-29', to: '2026-01-04' })
    expect(weekOf(day('2026-01-01'), 'sunday')).toEqual({ from: '2025-12-28', to: '2026-01-03' })
  })

  it('fills the grid of a month with whole weeks', () => {
    expect(monthOf(day('2026-02-14'))).toEqual({ from: '2026-02-01', to: '2026-02-28' })
    expect(monthGrid(day('2026-11-05'), 'monday')).toEqual({
      ...{ from: '2026-10-26', to: '2026-12-06' },
    })
    expect(monthGrid(day('2026-11-05'), 'sunday')).toEqual({
      ...{ from: '2026-11-01', to: '2026-12-05' },
    })
    expect(monthGrid(day('2026-06-30'), 'monday')).toEqual({ from: '2026-06-01', to: '2026-07-05' })
  })

  it('names the years a period touches', () => {
    expect(yearsOf(monthGrid(day('2026-12-31'), 'monday'))).toEqual([2026, 2027])
    expect(yearsOf(monthGrid(day('2026-06-30'), 'monday'))).toEqual([2026])
  })
})
