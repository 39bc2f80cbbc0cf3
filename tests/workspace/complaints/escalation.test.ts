import { describe, expect, it } from 'vitest'
import { ladderFault, shippedLadder, type Ladder, type RungRole } from '#contract/complaintLadder'
import { Instant } from '#contract/values'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import {
  rungsOf,
  workingDaysLate,
} from '../../../src/main/workspace/complaints/rules/escalation.ts'

/** No holidays: Selangor rests on Saturday and Sunday, Kelantan on Friday and Saturday. */
const calendar = calendarBy(() => [])
const at = (iso: string) => Instant.parse(iso)

type RungBy = readonly [role: RungRole, days: number, hours: number | null]
const sharesOf = (first: number, second: number, third: number): Ladder['shares'] => ({
  ...{ 'used-50': first, 'used-75': second, 'used-90': third },
})
function rungsBy(...[first, second]: readonly [RungBy, RungBy]): Ladder {
  const rung = ([role, days, hours]: RungBy) => ({ role, days, hours })
  return { ...shippedLadder, rungs: { approver: rung(first), head: rung(second) } }
}

describe('the ladder of escalation', () => {
  // Limits in days run out at midnight, which belongs to the day that begins: 16:00Z is 00:00 there.
  it.each([
    // Thursday 12:00: officer at once, approver from Friday, head from Tuesday.
    [
      '2026-11-19T04:00:00.000Z',
      'MY-10',
      false,
      ['2026-11-19T04:00', '2026-11-19T16:00', '2026-11-23T16:00'],
    ],
    // Friday and Saturday are off in Kelantan: Sunday, then Tuesday.
    [
      '2026-11-19T04:00:00.000Z',
      'MY-03',
      false,
      ['2026-11-19T04:00', '2026-11-21T16:00', '2026-11-23T16:00'],
    ],
    // A danger waits for nobody.
    [
      '2026-11-19T04:00:00.000Z',
      'MY-10',
      true,
      ['2026-11-19T04:00', '2026-11-19T04:00', '2026-11-19T04:00'],
    ],
  ] as const)('from %s in %s, danger %s', (dueAt, state, urgent, expected) => {
    const rungs = rungsOf(
      {
        ...{ dueAt: at(dueAt), byHours: true, urgent, state },
        now: at('2026-11-20T00:00:00.000Z'),
      },
      shippedLadder,
      calendar,
    )
    expect(rungs.map(({ role }) => role)).toEqual(['complaints-officer', 'approver', 'head'])
    expect(rungs.map(({ reachedAt }) => reachedAt.slice(0, 16))).toEqual(expected)
    expect(rungs.map(({ reached }) => reached)).toEqual(
      expected.map((each) => each <= '2026-11-20T00:00'),
    )
  })

  // Thursday 12:00 in Malaysia, in Selangor; the office tells its approver after 2, the head after 30 hours.
  it.each([
    [true, ['2026-11-19T04:00', '2026-11-19T06:00', '2026-11-20T10:00'], 'elapsed-hours'],
    [false, ['2026-11-19T04:00', '2026-11-19T04:00', '2026-11-22T16:00'], 'working-days'],
  ] as const)('by the office’s own, limits in hours %s', (byHours, expected, unit) => {
    const ladder = {
      ...shippedLadder,
      rungs: {
        approver: { role: 'head', days: 0, hours: 2 },
        head: { role: 'administrator', days: 2, hours: 30 },
      },
    } as const
    const late = { dueAt: at('2026-11-19T04:00:00.000Z'), byHours, urgent: false } as const
    const rungs = rungsOf({ ...late, state: 'MY-10', now: late.dueAt }, ladder, calendar)
    expect(rungs.map(({ role }) => role)).toEqual(['complaints-officer', 'head', 'administrator'])
    expect(rungs.map(({ reachedAt }) => reachedAt.slice(0, 16))).toEqual(expected)
    expect(rungs[2]?.after.unit).toBe(unit)
  })

  it.each<[string, Parameters<typeof ladderFault>[0], ReturnType<typeof ladderFault>]>([
    ['as shipped', shippedLadder, null],
    ['two warnings at once', { ...shippedLadder, shares: sharesOf(50, 50, 90) }, 'shares'],
    ['warnings that fall', { ...shippedLadder, shares: sharesOf(50, 90, 75) }, 'shares'],
    ['one role twice', rungsBy(['head', 1, null], ['head', 3, null]), 'roles'],
    ['hours of one rung', rungsBy(['approver', 1, 4], ['head', 3, null]), 'hours'],
    ['days out of turn', rungsBy(['approver', 4, null], ['head', 3, null]), 'rungs'],
    ['hours out of turn', rungsBy(['approver', 1, 9], ['head', 3, 8]), 'rungs'],
    ['both at once', rungsBy(['approver', 0, 0], ['head', 0, 0]), null],
  ])('is refused where it is none: %s', (_, ladder, fault) => {
    expect(ladderFault(ladder)).toBe(fault)
  })

  it('counts working days after the day of the limit', () => {
    const late = (now: string) =>
      workingDaysLate(at('2026-11-19T04:00:00.000Z'), at(now), calendar, 'MY-10')
    expect(late('2026-11-19T10:00:00.000Z')).toBe(0)
    expect(late('2026-11-20T10:00:00.000Z')).toBe(1)
    // Over the weekend nothing is added.
    expect(late('2026-11-22T10:00:00.000Z')).toBe(1)
    expect(late('2026-11-23T10:00:00.000Z')).toBe(2)
  })
})
