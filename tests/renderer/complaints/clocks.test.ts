import { describe, expect, it } from 'vitest'
import type { CountedDay } from '#contract/complaintClocks'
import { Instant, PlainDate } from '#contract/values'
import { clockOfField } from '../../../src/renderer/complaints/clocks/clockEvents'
import {
  lastDayOf,
  numberedDays,
  rowDue,
  timeLeft,
  type RowDue,
} from '../../../src/renderer/complaints/clocks/clockView'

/** A moment by the clocks of Malaysia. */
const at = (there: string): Instant =>
  Instant.parse(new Date(`${there.replace(' ', 'T')}+08:00`).toISOString())
const noon = Date.parse(at('2026-11-20 12:00:00'))

describe('the time that is left', () => {
  it.each<[string, boolean, string, number]>([
    ['2026-11-20 12:00:00', false, 'minutes', 0],
    ['2026-11-20 12:00:59', false, 'minutes', 0],
    ['2026-11-20 12:01:00', false, 'minutes', 1],
    ['2026-11-20 12:59:59', false, 'minutes', 59],
    ['2026-11-20 13:00:00', false, 'hours', 1],
    ['2026-11-20 15:30:00', false, 'hours', 3],
    ['2026-11-22 11:59:59', false, 'hours', 47],
    ['2026-11-22 12:00:00', false, 'days', 2],
    ['2026-11-26 00:00:00', false, 'days', 5],
    ['2026-11-20 11:59:30', true, 'minutes', 0],
    ['2026-11-20 11:15:00', true, 'minutes', 45],
    ['2026-11-19 12:00:00', true, 'hours', 24],
    ['2026-11-18 12:00:00', true, 'days', 2],
  ])('until %s at noon of 20 November: late %s, %s %i', (due, isLate, unit, count) => {
    expect(timeLeft(at(due), noon)).toEqual({ isLate, unit, count })
  })
})

describe('what a list says of a complaint', () => {
  it.each<[string | null, boolean, RowDue]>([
    [null, false, 'none'],
    [null, true, 'paused'],
    ['2026-11-20 11:59:59', false, 'late'],
    ['2026-11-20 12:00:00', false, 'today'],
    // A limit in days ends at midnight: that is still today.
    ['2026-11-21 00:00:00', false, 'today'],
    ['2026-11-21 00:01:00', false, 'later'],
    // Its first answer still runs while the others stand still.
    ['2026-11-20 17:00:00', true, 'today'],
  ])('due %s, paused %s: %s', (due, paused, said) => {
    const nextDue = due === null ? null : at(due)
    expect(rowDue({ nextDue, paused }, noon, PlainDate.parse('2026-11-20'))).toBe(said)
  })
})

it.each([
  ['2026-11-26 00:00:00', '2026-11-25', true],
  ['2026-11-26 00:01:00', '2026-11-26', false],
  ['2027-01-01 00:00:00', '2026-12-31', true],
  ['2026-11-21 10:30:00', '2026-11-21', false],
])('what is due at %s belongs to %s (whole day: %s)', (due, day, isWhole) => {
  expect(lastDayOf(at(due))).toEqual({ day, isWhole })
})

it('numbers the days that count, and no others', () => {
  const day = (date: string, counted: boolean): CountedDay => ({
    ...{ date: PlainDate.parse(date), counted, paused: false, weekend: null, holidays: [] },
  })
  const days = [day('2026-11-20', true), day('2026-11-21', false), day('2026-11-23', true)]
  expect(numberedDays(days).map(({ number }) => number)).toEqual([1, null, 2])
})

it.each([
  ['acknowledged_at', 'acknowledge'],
  ['due_respond', 'respond'],
  ['due_close', 'close'],
  ['district', null],
])('a change of %s is about the clock %s', (field, clock) => {
  expect(clockOfField(field)).toBe(clock)
})
