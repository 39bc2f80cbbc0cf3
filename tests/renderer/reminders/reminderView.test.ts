import { describe, expect, it } from 'vitest'
import { Reminders, type DueToday } from '#contract/reminders'
import { ClockTime, PlainDate } from '#contract/values'
import { noticesNow, withTold, type Told } from '../../../src/renderer/reminders/reminderView.ts'

const day = PlainDate.parse('2026-11-24')
const rules = Reminders.parse({ on: true, morning: '08:30', minutesBefore: 15, state: 'MY-14' })
const clock = (text: string) => ({ day, time: ClockTime.parse(text) })
const due = (parts: Partial<DueToday> = {}): DueToday => ({
  ...{ day, works: true, counts: [{ kind: 'publish', count: 3 }], slots: [] },
  ...parts,
})
const slot = (time: string, count = 1) => ({ time: ClockTime.parse(time), count })
const keys = (at: string, sources: readonly DueToday[], told: Told | null = null, of = rules) =>
  noticesNow(clock(at), of, sources, told).map(({ key }) => key)

describe('the morning list', () => {
  it.each([
    ['08:29', []],
    ['08:30', ['morning']],
    ['12:30', ['morning']],
    ['12:31', []],
  ])('at %s', (at, expected) => {
    expect(keys(at, [due()])).toEqual(expected)
  })

  it('is not told on a day off, when nothing is due, or when it is switched off', () => {
    expect(keys('09:00', [due({ works: false })])).toEqual([])
    expect(keys('09:00', [due({ counts: [] })])).toEqual([])
    expect(keys('09:00', [due()], null, { ...rules, on: false })).toEqual([])
    expect(keys('09:00', [due({ day: PlainDate.parse('2026-11-23') })])).toEqual([])
  })

  it('is told once a day', () => {
    expect(keys('09:00', [due()], { day, keys: ['morning'] })).toEqual([])
    const yesterday = { day: PlainDate.parse('2026-11-23'), keys: ['morning'] }
    expect(keys('09:00', [due()], yesterday)).toEqual(['morning'])
  })
})

describe('a slot', () => {
  it.each([
    ['13:44', []],
    ['13:45', ['slot 14:00']],
    ['14:00', ['slot 14:00']],
    ['14:05', ['slot 14:00']],
    ['14:06', []],
  ])('of 14:00 at %s', (at, expected) => {
    expect(keys(at, [due({ slots: [slot('14:00')] })])).toEqual(expected)
  })

  it('is told on a day off too, once, the counts of all slices together', () => {
    const off = [
      due({ works: false, slots: [slot('14:15'), slot('14:00', 2)] }),
      due({ works: false, counts: [], slots: [slot('14:00', 3)] }),
    ]
    expect(noticesNow(clock('14:00'), rules, off, null)).toEqual([
      { key: 'slot 14:00', kind: 'slot', time: '14:00', count: 5 },
      { key: 'slot 14:15', kind: 'slot', time: '14:15', count: 1 },
    ])
    expect(keys('14:00', off, { day, keys: ['slot 14:00'] })).toEqual(['slot 14:15'])
  })
})

it('what was told adds up within a day and begins anew with the next', () => {
  const first = withTold(null, day, ['morning'])
  expect(withTold(first, day, ['slot 14:00', 'morning']).keys).toEqual(['morning', 'slot 14:00'])
  expect(withTold(first, PlainDate.parse('2026-11-25'), ['morning'])).toEqual({
    ...{ day: '2026-11-25', keys: ['morning'] },
  })
})
