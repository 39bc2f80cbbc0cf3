import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Holiday } from '#contract/days'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import {
  addWorkingDays,
  calendarBy,
  countWorkingDays,
  isWorkingDay,
} from '../../../src/main/workspace/days/rules/calendar.ts'
import { addDays, weekdayOf } from '../../../src/main/workspace/days/rules/dates.ts'
import { explain } from '../../../src/main/workspace/days/rules/explain.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'

const day = (date: string) => PlainDate.parse(date)

const holidays = shippedHolidays(shippedReference()).map(({ key: _, ...holiday }, index) =>
  Holiday.parse({
    ...holiday,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ...{ reference: null, origin: 'list', removed: false },
  }),
)
const calendar = calendarBy((date) => holidays.filter((holiday) => holiday.date === date))

describe('plain dates', () => {
  it.each([
    ['1969-12-31', 'wednesday'],
    ['1970-01-01', 'thursday'],
    ['2013-01-01', 'tuesday'],
    ['2024-02-29', 'thursday'],
    ['2026-11-22', 'sunday'],
  ])('%s is a %s', (date, weekday) => {
    expect(weekdayOf(day(date))).toBe(weekday)
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2025-12-31', 366, '2027-01-01'],
  ])('%s and %i days are %s', (date, days, expected) => {
    expect(addDays(day(date), days)).toBe(expected)
  })
})

describe('counting working days by hand', () => {
  it.each([
    // A plain week.
    ['MY-14', '2026-11-23', 1, '2026-11-24'],
    ['MY-14', '2026-11-23', 5, '2026-11-30'],
    ['MY-14', '2026-11-23', -1, '2026-11-20'],
    // 0 is the day itself, also a Sunday.
    ['MY-14', '2026-11-23', 0, '2026-11-23'],
    ['MY-14', '2026-11-22', 0, '2026-11-22'],
    // From a day off: the first working day counts as one.
    ['MY-14', '2026-11-21', 1, '2026-11-23'],
    ['MY-14', '2026-11-22', -1, '2026-11-20'],
    // Hari Raya 2025 on Monday 31 March and Tuesday 1 April; Kelantan declared the Sunday before.
    ['MY-14', '2025-03-28', 1, '2025-04-02'],
    ['MY-14', '2025-04-02', -1, '2025-03-28'],
    ['MY-03', '2025-03-27', 1, '2025-04-02'],
    // Friday is worked in Kuala Lumpur, not in Kelantan; Sunday the other way round.
    ['MY-14', '2026-11-19', 1, '2026-11-20'],
    ['MY-03', '2026-11-19', 1, '2026-11-22'],
    // Johor before and after 1 January 2025 (no New Year holiday there).
    ['MY-01', '2024-12-26', 1, '2024-12-29'],
    ['MY-01', '2024-12-31', 2, '2025-01-02'],
    ['MY-01', '2024-12-31', 3, '2025-01-03'],
    ['MY-01', '2024-12-31', 4, '2025-01-06'],
    // National Day 2025 on a Sunday, Monday given; in Kelantan the Sunday itself is lost.
    ['MY-14', '2025-08-29', 1, '2025-09-02'],
    ['MY-03', '2025-08-28', 1, '2025-09-01'],
  ] as const)('in %s from %s: %i is %s', (state, from, count, expected) => {
    expect(addWorkingDays(calendar, state, day(from), count)).toBe(expected)
  })

  it.each([
    ['MY-14', '2025-03-28', '2025-04-02', 1],
    ['MY-14', '2025-03-28', '2025-04-01', 0],
    ['MY-14', '2025-03-28', '2025-04-04', 3],
    ['MY-14', '2025-04-02', '2025-03-28', -1],
    ['MY-14', '2025-04-02', '2025-03-27', -2],
    ['MY-14', '2026-11-22', '2026-11-22', 0],
    ['MY-14', '2026-11-20', '2026-11-22', 0],
  ] as const)('in %s from %s to %s: %i', (state, from, to, expected) => {
    expect(countWorkingDays(calendar, state, day(from), day(to))).toBe(expected)
  })
})

describe('for any state, day and count', () => {
  const anyState = fc.constantFrom(...StateCode.options)
  const anyDay = fc.integer({ min: 0, max: 17 * 365 }).map((n) => addDays(day('2013-06-01'), n))
  const anyCount = fc.integer({ min: -120, max: 120 })

  it('counting is the inverse of adding', () => {
    fc.assert(
      fc.property(anyState, anyDay, anyCount, (state, from, count) => {
        const to = addWorkingDays(calendar, state, from, count)
        expect(countWorkingDays(calendar, state, from, to)).toBe(count)
        expect(count === 0 || isWorkingDay(calendar, state, to)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('adding in two steps is adding at once, in one direction', () => {
    const count = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(anyState, anyDay, count, count, (state, from, first, second) => {
        const between = addWorkingDays(calendar, state, from, first)
        expect(addWorkingDays(calendar, state, between, second)).toBe(
          addWorkingDays(calendar, state, from, first + second),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('an explanation names each day once, in order, and its working days are the count', () => {
    fc.assert(
      fc.property(anyState, anyDay, anyCount, (state, from, workingDays) => {
        const { to, days } = explain(calendar, { ask: 'day', state, from, workingDays })
        const step = from <= to ? 1 : -1
        const expected: string[] = []
        for (let at = from; at !== to; expected.push(at)) at = addDays(at, step)
        expect(days.map(({ date }) => date)).toEqual(expected)
        expect(days.filter(({ working }) => working)).toHaveLength(Math.abs(workingDays))
        const unreasoned = days.filter(
          ({ working, weekend, holidays }) => working !== (weekend === null && !holidays.length),
        )
        expect(unreasoned).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
