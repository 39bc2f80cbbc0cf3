import { describe, expect, it } from 'vitest'
import { Instant } from '#contract/values'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import {
  rungsOf,
  workingDaysLate,
} from '../../../src/main/workspace/complaints/rules/escalation.ts'

/** No holidays: Selangor rests on Saturday and Sunday, Kelantan on Friday and Saturday. */
const calendar = calendarBy(() => [])
const at = (iso: string) => Instant.parse(iso)

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
      { dueAt: at(dueAt), urgent, state, now: at('2026-11-20T00:00:00.000Z') },
      calendar,
    )
    expect(rungs.map(({ role }) => role)).toEqual(['complaints-officer', 'approver', 'head'])
    expect(rungs.map(({ reachedAt }) => reachedAt.slice(0, 16))).toEqual(expected)
    expect(rungs.map(({ reached }) => reached)).toEqual(
      expected.map((each) => each <= '2026-11-20T00:00'),
    )
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
