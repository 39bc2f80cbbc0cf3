import { describe, expect, it } from 'vitest'
import type { ClockLimit } from '#contract/clockLimits'
import { Holiday } from '#contract/days'
import type { StateCode } from '#contract/states'
import { Instant } from '#contract/values'
import { dueOf, usedShare, type Pause } from '../../../src/main/workspace/complaints/rules/clock.ts'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'

const holidays = shippedHolidays(shippedReference()).map(({ key: _, ...holiday }, index) =>
  Holiday.parse({
    ...holiday,
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ...{ reference: null, origin: 'list', removed: false },
  }),
)
const calendar = calendarBy((date) => holidays.filter((holiday) => holiday.date === date))

/** A moment by the clocks of Malaysia: `2026-11-20 17:30`. */
const at = (there: string): Instant =>
  Instant.parse(new Date(`${there.replace(' ', 'T')}:00.000+08:00`).toISOString())
const pause = (from: string, until: string | null): Pause => ({
  from: at(from),
  until: until === null ? null : at(until),
})
const later = at('2030-01-01 00:00')

/** When it is due by the clocks of Malaysia; midnight as the end of the day before it. */
function due(
  limit: Partial<ClockLimit> & Pick<ClockLimit, 'amount' | 'unit'>,
  state: StateCode,
  start: string,
  pauses: readonly Pause[] = [],
  now = later,
): string {
  const found = dueOf({ pauses: true, ...limit }, at(start), pauses, now, calendar, state)
  const there = new Date(Date.parse(found.at) + 8 * 3_600_000 - 60_000).toISOString()
  const minute = new Date(Date.parse(found.at) + 8 * 3_600_000).toISOString()
  return limit.unit === 'elapsed-hours' ? minute.slice(0, 16).replace('T', ' ') : there.slice(0, 10)
}

const three = { amount: 3, unit: 'working-days' } as const

describe('a limit in working days', () => {
  it.each<[string, StateCode, string, string]>([
    // Weekends: Friday and Saturday in Kelantan, Saturday and Sunday in Kuala Lumpur.
    ['Thursday evening in Kelantan', 'MY-03', '2026-11-19 18:00', '2026-11-24'],
    ['Friday evening in Kelantan', 'MY-03', '2026-11-20 18:00', '2026-11-24'],
    ['Friday evening in Kuala Lumpur', 'MY-14', '2026-11-20 18:00', '2026-11-25'],
    ['a Sunday in Kuala Lumpur', 'MY-14', '2026-11-22 09:00', '2026-11-25'],
    // Johor rested Friday and Saturday until the end of 2024, Saturday and Sunday since.
    ['Johor, before the switch', 'MY-01', '2024-11-21 09:00', '2024-11-26'],
    ['Johor, after the switch', 'MY-01', '2025-11-20 09:00', '2025-11-25'],
    // Raya 2025: 31 March and 1 April (Monday, Tuesday), across the country.
    ['Raya in Kuala Lumpur', 'MY-14', '2025-03-28 15:00', '2025-04-04'],
    // Raya of other years where Friday and Saturday rest, with what the state adds to it.
    ['Raya 2023 in Kelantan: 21 to 25 April', 'MY-03', '2023-04-19 09:00', '2023-04-27'],
    ['Raya 2024 in Kelantan: 10 and 11 April', 'MY-03', '2024-04-08 09:00', '2024-04-15'],
    ['Raya 2026 in Kelantan: 19 to 23 March', 'MY-03', '2026-03-17 09:00', '2026-03-25'],
    ['Raya 2026 in Kuala Lumpur: 20 to 23 March', 'MY-14', '2026-03-17 09:00', '2026-03-24'],
    // Johor's first switch, to Friday and Saturday, with 2014.
    ['Johor, the last week before 2014', 'MY-01', '2013-12-26 09:00', '2013-12-31'],
    ['Johor, into 2014', 'MY-01', '2013-12-30 09:00', '2014-01-02'],
    ['Johor, over the first Friday of 2014', 'MY-01', '2013-12-31 09:00', '2014-01-05'],
    ['Johor, over the first Friday of 2025', 'MY-01', '2024-12-31 09:00', '2025-01-03'],
    ['just before midnight', 'MY-14', '2026-11-23 23:59', '2026-11-26'],
    ['just after midnight', 'MY-14', '2026-11-24 00:00', '2026-11-27'],
  ])('%s', (_, state, start, expected) => {
    expect(due(three, state, start)).toBe(expected)
  })

  it('leaves out days at whose end the clock stands still, and tells each day', () => {
    // Monday; waits from Tuesday noon to Thursday morning: Tuesday and Wednesday do not count.
    const waits = [pause('2026-11-24 12:00', '2026-11-26 09:00')]
    expect(due(three, 'MY-14', '2026-11-23 09:00', waits)).toBe('2026-11-30')
    const { days } = dueOf(
      { ...three, pauses: true },
      at('2026-11-23 09:00'),
      waits,
      later,
      calendar,
      'MY-14',
    )
    expect(
      days.map(({ date, counted, paused }) => `${date} ${String(counted)} ${String(paused)}`),
    ).toEqual([
      '2026-11-24 false true',
      '2026-11-25 false true',
      '2026-11-26 true false',
      '2026-11-27 true false',
      '2026-11-28 false false',
      '2026-11-29 false false',
      '2026-11-30 true false',
    ])
  })

  it('counts a pause over a weekend as no more than the weekend', () => {
    // Friday 17:00 to Sunday 20:00: Friday and Saturday end within it, Sunday does not.
    const waits = [pause('2026-11-27 17:00', '2026-11-29 20:00')]
    expect(due(three, 'MY-14', '2026-11-25 09:00', waits)).toBe('2026-12-01')
    expect(due({ ...three, pauses: false }, 'MY-14', '2026-11-25 09:00', waits)).toBe('2026-11-30')
  })

  it('is never late at the moment it goes on', () => {
    const start = '2026-11-23 09:00'
    // Paused in the last hour of the last day.
    for (const until of ['2026-11-27 08:00', '2026-11-28 08:00', '2026-12-04 23:59']) {
      const waits = [pause('2026-11-26 23:00', until)]
      const { at: dueAt } = dueOf(
        { ...three, pauses: true },
        at(start),
        waits,
        at(until),
        calendar,
        'MY-14',
      )
      expect(Date.parse(dueAt)).toBeGreaterThan(Date.parse(at(until)))
    }
  })
})

describe('a limit in hours', () => {
  const day = { amount: 24, unit: 'elapsed-hours' } as const
  it.each([
    ['passes over weekends and holidays (KKS F4)', [], '2025-03-30 15:00'],
    [
      'adds what a pause takes',
      [pause('2025-03-29 16:00', '2025-03-29 18:30')],
      '2025-03-30 17:30',
    ],
    [
      'counts pauses that overlap once',
      [
        pause('2025-03-29 16:00', '2025-03-29 18:00'),
        pause('2025-03-29 17:00', '2025-03-29 19:00'),
      ],
      '2025-03-30 18:00',
    ],
    ['is not moved by a pause behind it', [pause('2025-03-31 00:00', null)], '2025-03-30 15:00'],
    [
      'is moved by a pause that only the pause before it lets it reach',
      [
        pause('2025-03-30 14:00', '2025-03-30 20:00'),
        pause('2025-03-30 20:30', '2025-03-30 21:30'),
      ],
      '2025-03-30 22:00',
    ],
  ])('%s', (_, pauses, expected) => {
    expect(due(day, 'MY-14', '2025-03-29 15:00', pauses)).toBe(expected)
  })

  it('that never pauses stays where it is', () => {
    const waits = [pause('2025-03-29 16:00', '2025-03-31 16:00')]
    expect(due({ ...day, pauses: false }, 'MY-14', '2025-03-29 15:00', waits)).toBe(
      '2025-03-30 15:00',
    )
  })
})

describe('calendar days', () => {
  it('count every day (JKR Perak: feedback in 7 days)', () => {
    const week = { amount: 7, unit: 'calendar-days' } as const
    expect(due(week, 'MY-08', '2025-03-28 15:00')).toBe('2025-04-04')
  })
})

describe('the share of its time that a clock has used', () => {
  const start = at('2026-11-23 00:00')
  const whole = { at: at('2026-11-24 00:00') }
  it.each([
    ['2026-11-23 12:00', [], 0.5],
    ['2026-11-23 18:00', [], 0.75],
    ['2026-11-24 12:00', [], 1.5],
    ['2026-11-22 12:00', [], 0],
    // Six hours stood still: of eighteen, six are used.
    ['2026-11-23 12:00', [pause('2026-11-23 04:00', '2026-11-23 10:00')], 6 / 18],
  ])('at %s', (now, pauses, share) => {
    expect(usedShare(whole, start, pauses, at(now))).toBeCloseTo(share, 10)
  })
})
