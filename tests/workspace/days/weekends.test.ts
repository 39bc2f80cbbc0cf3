import { describe, expect, it } from 'vitest'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { weekend } from '../../../src/main/workspace/days/rules/weekend.ts'

const years = Array.from({ length: 18 }, (_, n) => 2013 + n)
const fridayStates: readonly StateCode[] = ['MY-02', 'MY-03', 'MY-11']

/** Days off as `Date#getDay` numbers them: domain knowledge, written without the rules. */
function daysOff(state: StateCode, year: number): readonly number[] {
  const johorFriday = state === 'MY-01' && year >= 2014 && year <= 2024
  return fridayStates.includes(state) || johorFriday ? [5, 6] : [6, 0]
}

function daysOfYear(year: number): Date[] {
  const found: Date[] = []
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year;) {
    found.push(day)
    day = new Date(day.getTime() + 24 * 60 * 60 * 1000)
  }
  return found
}

const cases = StateCode.options.flatMap((state) => years.map((year) => [state, year] as const))

describe('the weekly days off', () => {
  it('are asked about for 16 states and 18 years', () => {
    expect(cases).toHaveLength(16 * 18)
  })

  it.each(cases)('of %s in %i', (state, year) => {
    const days = daysOfYear(year)
    expect(days).toHaveLength(year % 4 === 0 ? 366 : 365)
    const wrong = days.filter((day) => {
      const date = PlainDate.parse(day.toISOString().slice(0, 10))
      return (weekend(state, date) !== null) !== daysOff(state, year).includes(day.getUTCDay())
    })
    expect(wrong).toEqual([])
  })

  it.each([
    // Johor on both sides of its two changes: a Friday and a Sunday each.
    ['MY-01', '2013-12-27', null],
    ['MY-01', '2013-12-29', '2013-01-01'],
    ['MY-01', '2014-01-03', '2014-01-01'],
    ['MY-01', '2014-01-05', null],
    ['MY-01', '2024-12-27', '2014-01-01'],
    ['MY-01', '2024-12-29', null],
    ['MY-01', '2025-01-03', null],
    ['MY-01', '2025-01-05', '2025-01-01'],
    ['MY-03', '2026-11-20', '2013-01-01'],
    ['MY-03', '2026-11-22', null],
    ['MY-14', '2026-11-20', null],
    ['MY-14', '2026-11-22', '2013-01-01'],
    // Earlier than anything that was checked: the first rule.
    ['MY-01', '2012-12-30', '2013-01-01'],
    ['MY-01', '2012-12-28', null],
  ] as const)('of %s on %s go by the rule from %s', (state, date, from) => {
    expect(weekend(state, PlainDate.parse(date))?.from ?? null).toBe(from)
  })
})
