import { describe, expect, it } from 'vitest'
import type { Weekday } from '#contract/days'
import type { Repeat, SeriesEnd } from '#contract/postSeries'
import { PlainDate } from '#contract/values'
import {
  daysOf,
  firstDayOf,
  recurrenceOf,
} from '../../../src/main/workspace/posts/rules/seriesDays.ts'
import { day } from '../../support/posts.ts'

const never: SeriesEnd = { by: 'never' }
const times = (count: number): SeriesEnd => ({ by: 'count', count })
const until = (text: string): SeriesEnd => ({ by: 'day', day: day(text) })
const daily = (every: number): Repeat => ({ unit: 'day', every })
const weekly = (every: number, ...weekdays: Weekday[]): Repeat => ({
  unit: 'week',
  every,
  weekdays,
})
const monthly = (every: number, on: Extract<Repeat, { unit: 'month' }>['on']): Repeat => ({
  ...{ unit: 'month', every, on },
})
const onDay = (number: number, short: 'skip' | 'last' = 'skip') =>
  ({ by: 'day', day: number, short }) as const
const nth = (which: 1 | 2 | 3 | 4 | -1, weekday: Weekday) =>
  ({ by: 'weekday', nth: which, weekday }) as const

describe('days of a series', () => {
  // Read from a wall calendar: 1 January 2026 is a Thursday.
  it.each<[string, Repeat, SeriesEnd, string, string[]]>([
    ['every 3 days', daily(3), times(4), '2026-01-30', ['01-30', '02-02', '02-05', '02-08']],
    [
      'Mondays and Thursdays',
      weekly(1, 'thursday', 'monday'),
      times(5),
      '2026-01-05',
      ['01-05', '01-08', '01-12', '01-15', '01-19'],
    ],
    [
      'every other week, begun in its middle: Monday of the next week is not one',
      weekly(2, 'monday', 'friday'),
      times(4),
      '2026-01-09',
      ['01-09', '01-19', '01-23', '02-02'],
    ],
    [
      'a Sunday ends the week that its Monday began',
      weekly(2, 'monday', 'sunday'),
      times(4),
      '2026-01-05',
      ['01-05', '01-11', '01-19', '01-25'],
    ],
    [
      'the first Monday until the end of the year',
      monthly(1, nth(1, 'monday')),
      until('2026-12-31'),
      '2026-09-07',
      ['09-07', '10-05', '11-02', '12-07'],
    ],
    [
      'the last Friday',
      monthly(1, nth(-1, 'friday')),
      times(5),
      '2026-01-30',
      ['01-30', '02-27', '03-27', '04-24', '05-29'],
    ],
    [
      'the 31st, only where there is one',
      monthly(1, onDay(31)),
      times(5),
      '2026-01-31',
      ['01-31', '03-31', '05-31', '07-31', '08-31'],
    ],
    [
      'the 31st, or the last of the month',
      monthly(1, onDay(31, 'last')),
      times(5),
      '2026-01-31',
      ['01-31', '02-28', '03-31', '04-30', '05-31'],
    ],
    [
      'the 30th, or the last of the month: only February is short',
      monthly(1, onDay(30, 'last')),
      times(4),
      '2026-01-30',
      ['01-30', '02-28', '03-30', '04-30'],
    ],
    [
      'the last day of every quarter',
      monthly(3, { by: 'last' }),
      times(4),
      '2026-03-31',
      ['03-31', '06-30', '09-30', '12-31'],
    ],
    [
      'a first day that the rule does not give counts',
      weekly(1, 'monday'),
      times(3),
      '2026-01-07',
      ['01-07', '01-12', '01-19'],
    ],
    [
      'an end before the next day',
      weekly(1, 'monday'),
      until('2026-01-11'),
      '2026-01-05',
      ['01-05'],
    ],
  ])('%s', (_, repeat, end, from, expected) => {
    expect(daysOf({ repeat, end }, day(from), { limit: 50 })).toEqual(
      expected.map((text) => `2026-${text}`),
    )
  })

  it('finds 29 February in leap years only, or takes the 28th in the others', () => {
    const yearly = (short: 'skip' | 'last') =>
      daysOf({ repeat: monthly(12, onDay(29, short)), end: times(3) }, day('2024-02-29'), {
        limit: 9,
      })
    expect(yearly('skip')).toEqual(['2024-02-29', '2028-02-29', '2032-02-29'])
    expect(yearly('last')).toEqual(['2024-02-29', '2025-02-28', '2026-02-28'])
  })

  it('gives up a rule that never comes', () => {
    const repeat = monthly(12, onDay(30))
    expect(daysOf({ repeat, end: never }, day('2026-02-05'), { limit: 5 })).toEqual(['2026-02-05'])
    expect(firstDayOf(repeat, day('2026-02-05'))).toBeNull()
    expect(firstDayOf(weekly(1, 'tuesday'), day('2026-01-05'))).toBe('2026-01-06')
  })

  it.each<[string, Repeat]>([
    ...([1, 2, 5] as const).map((every): [string, Repeat] => ['days', daily(every)]),
    ...([1, 3] as const).map((every): [string, Repeat] => [
      'weeks',
      weekly(every, 'tuesday', 'saturday', 'sunday'),
    ]),
    ...([28, 29, 30, 31] as const).flatMap((number): [string, Repeat][] => [
      ['skip', monthly(1, onDay(number, 'skip'))],
      ['last', monthly(2, onDay(number, 'last'))],
    ]),
    ...([1, 2, 3, 4, -1] as const).map((which): [string, Repeat] => [
      'nth weekday',
      monthly(1, nth(which, 'wednesday')),
    ]),
    ['last day', monthly(5, { by: 'last' })],
  ])('agrees with walking day by day: %s', (_, repeat) => {
    for (const from of ['2023-11-30', '2024-02-29', '2026-01-01']) {
      const to = `${String(Number(from.slice(0, 4)) + 3)}-06-15`
      const walked = walk(repeat, from, to)
      const found = daysOf({ repeat, end: until(to) }, day(from), { limit: 5_000 })
      expect(found.filter((each) => each !== from)).toEqual(walked.filter((each) => each !== from))
    }
  })

  it('is written as RFC 5545 writes it', () => {
    expect(recurrenceOf(weekly(2, 'monday', 'friday'))).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO',
    )
    expect(recurrenceOf(monthly(1, nth(-1, 'friday')))).toBe('FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR')
  })
})

/** The days of a repetition, found by asking every day whether it is one. */
function walk(repeat: Repeat, from: string, to: string): string[] {
  const ms = 86_400_000
  const first = Date.parse(from)
  const found: string[] = []
  for (let at = first; at <= Date.parse(to); at += ms) {
    if (isOne(repeat, new Date(first), new Date(at))) {
      found.push(new Date(at).toISOString().slice(0, 10))
    }
  }
  return found.map((text) => PlainDate.parse(text))
}

function isOne(repeat: Repeat, first: Date, date: Date): boolean {
  const days = (date.getTime() - first.getTime()) / 86_400_000
  if (repeat.unit === 'day') return days % repeat.every === 0
  const weekday = date.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }).toLowerCase()
  if (repeat.unit === 'week') {
    const monday = (first.getUTCDay() + 6) % 7
    const weeks = Math.floor((days + monday) / 7)
    return weeks % repeat.every === 0 && repeat.weekdays.some((each) => each === weekday)
  }
  const months =
    (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth()
  if (months % repeat.every !== 0) return false
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  const number = date.getUTCDate()
  const { on } = repeat
  if (on.by === 'last') return number === length
  if (on.by === 'day') {
    return number === on.day || (on.short === 'last' && on.day > length && number === length)
  }
  if (weekday !== on.weekday) return false
  return on.nth === -1 ? number + 7 > length : Math.ceil(number / 7) === on.nth
}
