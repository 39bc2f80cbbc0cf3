import { expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  nextDue,
  nextPeriod,
  overlaps,
  waitsFor,
} from '../../../src/main/workspace/compliance/rules/rounds.ts'

const day = (text: string) => PlainDate.parse(text)
const days = (from: string, to: string) => ({ from: day(from), to: day(to) })

it.each([
  ['once', '2026-07-01', '2026-12-31', null],
  ['month', '2026-01-01', '2026-01-31', ['2026-02-01', '2026-02-28']],
  ['month', '2028-01-01', '2028-01-31', ['2028-02-01', '2028-02-29']],
  ['month', '2026-12-01', '2026-12-31', ['2027-01-01', '2027-01-31']],
  ['quarter', '2026-10-01', '2026-12-31', ['2027-01-01', '2027-03-31']],
  ['quarter', '2026-07-01', '2026-09-30', ['2026-10-01', '2026-12-31']],
  ['year', '2027-03-01', '2028-02-29', ['2028-03-01', '2029-02-28']],
  // Days that are no calendar month: it goes on where the last one ended.
  ['month', '2026-01-15', '2026-02-14', ['2026-02-15', '2026-03-14']],
  ['month', '2026-01-01', '2026-01-30', ['2026-01-31', '2026-02-27']],
] as const)('after a round of %s from %s to %s comes %j', (recurrence, from, to, next) => {
  expect(nextPeriod(recurrence, days(from, to))).toEqual(next && days(next[0], next[1]))
})

it.each([
  ['2026-12-31', '2026-12-31', '2027-03-31', '2027-03-31'],
  ['2026-12-31', '2027-01-15', '2027-03-31', '2027-04-15'],
  ['2026-12-31', '2026-12-20', '2027-03-31', '2027-03-20'],
] as const)('a period to %s due on %s: one to %s is due on %s', (to, due, next, expected) => {
  const last = { period: days('2026-10-01', to), due: day(due) }
  expect(nextDue(last, days('2027-01-01', next))).toBe(expected)
})

it.each([
  // Seven days before it is told of, on its day it is not late, and on the day after it is.
  ['2026-12-23', 3, null, []],
  ['2026-12-24', 3, null, ['soon']],
  ['2026-12-31', 3, null, ['soon']],
  ['2027-01-01', 3, null, ['late']],
  ['2027-01-01', 0, null, []],
  // The next one on the first of its days.
  ['2026-12-31', 0, '2027-01-01', []],
  ['2027-01-01', 0, '2027-01-01', ['next']],
  ['2027-01-02', 1, '2027-01-01', ['late', 'next']],
] as const)('on %s with %i open and the next from %s: %j', (today, open, next, waits) => {
  const round = { due: day('2026-12-31'), open }
  expect(waitsFor(day(today), round, next === null ? null : { from: day(next) })).toEqual(waits)
})

it.each([
  ['2026-10-01', '2026-10-31', true],
  ['2026-10-31', '2026-11-30', true],
  ['2026-11-01', '2026-11-30', false],
  ['2026-09-01', '2026-09-30', false],
  ['2026-09-01', '2026-12-31', true],
] as const)('October and %s to %s have a day in common: %s', (from, to, expected) => {
  expect(overlaps(days('2026-10-01', '2026-10-31'), days(from, to))).toBe(expected)
})
