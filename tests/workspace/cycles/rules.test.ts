import { describe, expect, it } from 'vitest'
import { Cycle, PhaseId, type Period } from '#contract/cycles'
import { PlainDate } from '#contract/values'
import { calendarYear, divide } from '../../../src/main/workspace/cycles/rules/division.ts'
import {
  gapsOf,
  phaseOfDay,
  phaseOn,
  roomFor,
  type NumberedDates,
} from '../../../src/main/workspace/cycles/rules/phases.ts'

const day = (text: string) => PlainDate.parse(text)
const period = (text: string): Period => {
  const [from = '', to = ''] = text.split(' ')
  return { startsOn: day(from), endsOn: day(to) }
}
const idOf = (number: number) => PhaseId.parse(`00000000-0000-4000-8000-00000000000${number}`)
const phasesOf = (...periods: readonly string[]): NumberedDates[] =>
  periods.map((text, place) => ({ id: idOf(place + 1), number: place + 1, ...period(text) }))
const said = ({ startsOn, endsOn }: Period) => `${startsOn} ${endsOn}`

/** Days from the first to the last, both counted, by the calendar of the language. */
function daysOf({ startsOn, endsOn }: Period): number {
  let count = 1
  for (const at = new Date(startsOn); at.toISOString().slice(0, 10) < endsOn; count += 1) {
    at.setUTCDate(at.getUTCDate() + 1)
  }
  return count
}

describe('dividing a period into five phases', () => {
  it.each([
    // Twelve months: 3, 3, 2, 2, 2.
    [
      '2026-01-01 2026-12-31',
      '2026-01-01 2026-03-31',
      '2026-04-01 2026-06-30',
      '2026-07-01 2026-08-31',
      '2026-09-01 2026-10-31',
      '2026-11-01 2026-12-31',
    ],
    // Five years: a calendar year each, as JKR had it.
    [
      '2015-01-01 2019-12-31',
      '2015-01-01 2015-12-31',
      '2016-01-01 2016-12-31',
      '2017-01-01 2017-12-31',
      '2018-01-01 2018-12-31',
      '2019-01-01 2019-12-31',
    ],
    // Five months over the end of a year, a leap February among them.
    [
      '2027-11-01 2028-03-31',
      '2027-11-01 2027-11-30',
      '2027-12-01 2027-12-31',
      '2028-01-01 2028-01-31',
      '2028-02-01 2028-02-29',
      '2028-03-01 2028-03-31',
    ],
    // Six months: the first phase is the longer one.
    [
      '2026-07-01 2026-12-31',
      '2026-07-01 2026-08-31',
      '2026-09-01 2026-09-30',
      '2026-10-01 2026-10-31',
      '2026-11-01 2026-11-30',
      '2026-12-01 2026-12-31',
    ],
    // Four whole months are too few months: 120 days, 24 each.
    [
      '2026-01-01 2026-04-30',
      '2026-01-01 2026-01-24',
      '2026-01-25 2026-02-17',
      '2026-02-18 2026-03-13',
      '2026-03-14 2026-04-06',
      '2026-04-07 2026-04-30',
    ],
    // A cut month: by days, 7 of them as 2, 2, 1, 1, 1.
    [
      '2026-02-26 2026-03-04',
      '2026-02-26 2026-02-27',
      '2026-02-28 2026-03-01',
      '2026-03-02 2026-03-02',
      '2026-03-03 2026-03-03',
      '2026-03-04 2026-03-04',
    ],
    // The fewest days there may be.
    [
      '2026-05-05 2026-05-09',
      '2026-05-05 2026-05-05',
      '2026-05-06 2026-05-06',
      '2026-05-07 2026-05-07',
      '2026-05-08 2026-05-08',
      '2026-05-09 2026-05-09',
    ],
  ])('%s', (whole, ...parts) => {
    expect(divide(period(whole))?.map(said)).toEqual(parts)
  })

  it.each(['2026-05-05 2026-05-08', '2026-05-05 2026-05-05'])('%s is too short', (whole) => {
    expect(divide(period(whole))).toBeNull()
  })

  it('leaves no day out and none twice, and no phase two days longer, whatever the period', () => {
    for (let length = 5; length <= 150; length += 1) {
      const last = new Date(Date.UTC(2026, 0, 14 + length)).toISOString().slice(0, 10)
      const whole = { startsOn: day('2026-01-15'), endsOn: day(last) }
      const parts = divide(whole) ?? []
      const lengths = parts.map(daysOf)
      expect(lengths.reduce((sum, days) => sum + days, 0)).toBe(daysOf(whole))
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1)
      expect([parts[0]?.startsOn, parts[4]?.endsOn]).toEqual([whole.startsOn, whole.endsOn])
      expect(gapsOf(parts.map((each, place) => ({ ...each, number: place + 1 })))).toEqual([])
    }
  })

  it('knows a calendar year', () => {
    expect(calendarYear(2028)).toEqual(period('2028-01-01 2028-12-31'))
  })
})

const year = phasesOf(
  '2026-01-01 2026-03-31',
  '2026-04-01 2026-06-30',
  '2026-07-01 2026-08-31',
  // Two weeks of September and a day of November belong to no phase.
  '2026-09-15 2026-10-31',
  '2026-11-02 2026-12-31',
)

describe('the phase of a day', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2026-08-31', 3],
    ['2026-09-01', null],
    ['2026-09-14', null],
    ['2026-09-15', 4],
    ['2026-11-01', null],
    ['2026-12-31', 5],
    ['2027-01-01', null],
  ])('%s: %s', (text, number) => {
    expect(phaseOfDay(year, day(text))?.number ?? null).toBe(number)
  })
})

describe('the phase of a day among cycles', () => {
  const cycleOf = (sign: string, parts: object = {}) =>
    Cycle.parse({
      ...{ id: `${sign.repeat(8)}-0000-4000-8000-000000000000`, name: sign, nameEn: sign },
      ...{ note: '', example: false, archived: false, gaps: [], ...parts },
      phases: [1, 2, 3, 4, 5].map((number) => ({
        id: `${sign.repeat(7)}${number}-0000-4000-8000-000000000000`,
        cycleId: `${sign.repeat(8)}-0000-4000-8000-000000000000`,
        ...{
          number,
          name: `${sign}${number}`,
          nameEn: `${sign}${number}`,
          objective: '',
          colour: 'blue',
        },
        ...{ startsOn: `2026-0${number}-01`, endsOn: `2026-0${number}-20` },
        ...{ ownerId: null, targets: [] },
      })),
    })
  const [newer, older] = [cycleOf('a'), cycleOf('b')]
  it.each([
    ['the newer cycle', [newer, older], '2026-02-20', 'a2'],
    [
      'the older one where the newer is archived',
      [cycleOf('a', { archived: true }), older],
      '2026-02-01',
      'b2',
    ],
    ['none of the example', [cycleOf('a', { example: true })], '2026-02-01', null],
    ['none between two phases', [newer, older], '2026-02-21', null],
  ])('is that of %s', (_, cycles, text, name) => {
    expect(phaseOn(cycles, day(text))?.name ?? null).toBe(name)
  })
})

it('finds the days between phases', () => {
  expect(gapsOf(year)).toEqual([
    { after: 3, ...period('2026-09-01 2026-09-14') },
    { after: 4, ...period('2026-11-01 2026-11-01') },
  ])
})

describe('room for new dates of a phase', () => {
  it.each<[string, number, string, number[], Record<number, string> | null]>([
    ['as it is', 2, '2026-04-01 2026-06-30', [], {}],
    ['shorter on both sides', 2, '2026-04-02 2026-06-29', [], {}],
    ['up to its neighbours', 4, '2026-09-01 2026-11-01', [], {}],
    ['a day too early', 2, '2026-03-31 2026-06-30', [1], { 1: '2026-01-01 2026-03-30' }],
    ['a day too late', 2, '2026-04-01 2026-07-01', [3], { 3: '2026-07-02 2026-08-31' }],
    [
      'on both sides',
      2,
      '2026-03-01 2026-07-31',
      [1, 3],
      { 1: '2026-01-01 2026-02-28', 3: '2026-08-01 2026-08-31' },
    ],
    ['all but a day of the next', 2, '2026-04-01 2026-08-30', [3], { 3: '2026-08-31 2026-08-31' }],
    ['the whole of the next', 2, '2026-04-01 2026-08-31', [3], null],
    ['the next and part of the one after', 2, '2026-04-01 2026-09-20', [3, 4], null],
    ['before the one before', 3, '2025-06-01 2025-07-01', [1, 2], null],
    ['behind all others', 1, '2027-01-01 2027-02-01', [2, 3, 4, 5], null],
    ['the last beyond the year', 5, '2026-11-02 2027-02-28', [], {}],
  ])('%s', (_, number, wanted, inTheWay, moved) => {
    expect(roomFor(year, { id: idOf(number), ...period(wanted) })).toEqual({
      inTheWay,
      others:
        moved &&
        Object.entries(moved).map(([other, text]) => ({
          id: idOf(Number(other)),
          ...period(text),
        })),
    })
  })
})
