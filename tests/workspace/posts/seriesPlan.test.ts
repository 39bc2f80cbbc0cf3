import { describe, expect, it } from 'vitest'
import type { Weekday } from '#contract/days'
import type { Repeat, SeriesEnd } from '#contract/postSeries'
import { daysOf } from '../../../src/main/workspace/posts/rules/seriesDays.ts'
import {
  daysAtFirst,
  daysToMake,
  dueTo,
  goesOn,
  monthsAfter,
  numberOf,
  splitRule,
  totalOf,
} from '../../../src/main/workspace/posts/rules/seriesPlan.ts'
import { rematch, type Member } from '../../../src/main/workspace/posts/rules/seriesRematch.ts'
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
const nth = (which: 1 | 2 | 3 | 4 | -1, weekday: Weekday) =>
  ({ by: 'weekday', nth: which, weekday }) as const

describe('how far a series is made', () => {
  const monday = weekly(1, 'monday')

  it('is the whole of one that ends, and a year of one that does not', () => {
    const start = day('2026-01-05')
    expect(daysAtFirst({ repeat: monday, end: times(150) }, start, start)).toHaveLength(150)
    // Mondays from 5 January 2026 to 5 January 2027.
    const year = daysAtFirst({ repeat: monday, end: never }, start, start)
    expect(year).toHaveLength(53)
    expect(year.at(-1)).toBe('2027-01-04')
    // A year from today, where the first day lies in the past.
    const late = daysAtFirst({ repeat: monday, end: never }, start, day('2026-03-01'))
    expect(late.at(-1)).toBe('2027-03-01')
    expect(daysAtFirst({ repeat: daily(1), end: never }, start, start)).toHaveLength(200)
  })

  it('goes on once less than half a year is left, and twice makes nothing twice', () => {
    const rule = { repeat: monday, end: never }
    const made = { rule, startsOn: day('2026-01-05'), madeTo: day('2027-01-04') }
    expect(dueTo(made, day('2026-07-04'))).toBeNull()
    expect(dueTo(made, day('2026-07-05'))).toBe('2027-07-05')
    const days = daysToMake(made, day('2027-07-05'))
    expect(days).toHaveLength(26)
    expect([days[0], days.at(-1)]).toEqual(['2027-01-11', '2027-07-05'])
    expect(daysToMake({ ...made, madeTo: day('2027-07-05') }, day('2027-07-05'))).toEqual([])
  })

  it('knows whether more is to come, how many there are, and which one a day is', () => {
    const startsOn = day('2026-01-05')
    const rule = { repeat: monday, end: times(4) }
    expect(goesOn({ rule, startsOn, madeTo: day('2026-01-19') })).toBe(true)
    expect(goesOn({ rule, startsOn, madeTo: day('2026-01-26') })).toBe(false)
    expect([totalOf(rule, startsOn), totalOf({ ...rule, end: never }, startsOn)]).toEqual([4, null])
    const number = numberOf(rule, startsOn, day('2026-12-31'))
    expect(['2026-01-05', '2026-01-19', '2026-01-20'].map((text) => number(day(text)))).toEqual([
      ...[1, 3, null],
    ])
  })

  it('reckons months by their real length', () => {
    expect(monthsAfter(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(monthsAfter(day('2024-02-29'), 12)).toBe('2025-02-28')
    expect(monthsAfter(day('2026-11-22'), 6)).toBe('2027-05-22')
  })
})

describe('a rule in two', () => {
  it.each<[string, SeriesEnd, SeriesEnd]>([
    ['the count is divided', times(12), times(9)],
    ['an end by day stays', until('2026-12-31'), until('2026-12-31')],
    ['without end it goes on', never, never],
  ])('%s', (_, end, rest) => {
    const repeat = monthly(1, nth(1, 'monday'))
    const { before, after } = splitRule({ repeat, end }, day('2026-01-05'), day('2026-04-06'))
    expect(before.end).toEqual({ by: 'day', day: '2026-04-05' })
    expect(after).toEqual({ repeat, end: rest })
    const whole = daysOf({ repeat, end }, day('2026-01-05'), { limit: 12 })
    expect([
      ...daysOf(before, day('2026-01-05'), { limit: 12 }),
      ...daysOf(after, day('2026-04-06'), { limit: 9 }),
    ]).toEqual(whole)
  })
})

describe('posts of a series given to another rule', () => {
  const member = (id: string, text: string, standing: Member<string>['standing'] = 'open') => ({
    ...{ id, day: day(text), standing },
  })
  const nothing = { same: [], moved: [], trashed: [], dropped: [], made: [] }

  it('moves each Monday to its Tuesday, and leaves what is published', () => {
    const members = [
      member('a', '2026-01-05', 'kept'),
      member('b', '2026-01-12'),
      member('c', '2026-01-19'),
    ]
    expect(rematch(members, [day('2026-01-13'), day('2026-01-20')])).toEqual({
      ...nothing,
      moved: [
        { id: 'b', to: '2026-01-13' },
        { id: 'c', to: '2026-01-20' },
      ],
    })
  })

  it('keeps the days that stay, makes what is new and throws away what is too much', () => {
    const members = [member('a', '2026-01-05'), member('b', '2026-01-12')]
    const days = ['2026-01-05', '2026-01-08', '2026-01-12', '2026-01-15'].map(day)
    expect(rematch(members, days)).toEqual({
      ...nothing,
      same: ['a', 'b'],
      made: ['2026-01-08', '2026-01-15'],
    })
    expect(rematch(members, [day('2026-01-12')])).toEqual({
      ...nothing,
      same: ['b'],
      trashed: ['a'],
    })
  })

  it('lets a skipped day stay skipped, or go with its rule', () => {
    const members = [member('a', '2026-01-05', 'skipped'), member('b', '2026-01-12', 'skipped')]
    expect(rematch(members, [day('2026-01-05'), day('2026-01-13')])).toEqual({
      ...nothing,
      same: ['a'],
      dropped: ['b'],
      made: ['2026-01-13'],
    })
  })
})
