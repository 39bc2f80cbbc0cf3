import { describe, expect, it } from 'vitest'
import { Holiday } from '#contract/days'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import {
  countsOf,
  draftOf,
  emptyDraft,
  holidaysIn,
  inputOf,
  numbered,
  questionOf,
  sayStates,
  standingOf,
  todayIn,
  years,
  type CountDraft,
} from '../../../src/renderer/days/daysView.ts'

function holiday(name: string, given: Partial<Holiday> = {}): Holiday {
  return Holiday.parse({
    ...{ id: '00000000-0000-4000-8000-000000000000', date: '2026-05-01', name, nameEn: null },
    ...{ kind: 'federal', states: ['MY-01', 'MY-14'], reference: null, origin: 'list' },
    ...{ doubts: {}, sources: [], removed: false },
    ...given,
  })
}

describe('the standing of a holiday', () => {
  const doubts = { 'MY-01': 'one-source', 'MY-02': 'forecast' } as const

  it.each([
    ['listed', 'list', false, ['MY-14']],
    ['one-source', 'list', false, ['MY-14', 'MY-01']],
    // The weakest decides.
    ['forecast', 'list', false, ['MY-01', 'MY-02']],
    ['changed', 'changed', false, ['MY-02']],
    ['own', 'own', false, ['MY-14']],
    ['removed', 'own', true, ['MY-14']],
  ] as const)(
    'is %s of one that is %s (removed: %s) for %j',
    (expected, origin, removed, states) => {
      expect(standingOf({ origin, removed, doubts }, states)).toBe(expected)
    },
  )
})

describe('the list', () => {
  const all = [
    holiday('Tersenarai'),
    holiday('Johor sahaja meragukan', { doubts: { 'MY-01': 'one-source' } }),
    holiday('Sendiri', { origin: 'own' }),
    holiday('Diubah', { origin: 'changed' }),
    holiday('Dibuang', { removed: true }),
  ]

  it.each([
    ['all', null, ['Tersenarai', 'Johor sahaja meragukan', 'Sendiri', 'Diubah']],
    ['office', null, ['Sendiri', 'Diubah']],
    ['doubtful', null, ['Johor sahaja meragukan']],
    ['doubtful', 'MY-14', []],
    ['removed', null, ['Dibuang']],
  ] as const)('%s, seen for %s', (filter, state, expected) => {
    expect(holidaysIn(filter, all, state).map(({ name }) => name)).toEqual(expected)
    expect(countsOf(all, state)[filter]).toBe(expected.length)
  })

  it('offers the years the reference file says something about', () => {
    const { from, to } = shippedReference().forecast
    expect([years[0], years.at(-1)]).toEqual([from, to])
  })
})

describe('states in words', () => {
  it('are all, all but a few, or named', () => {
    const states = StateCode.options
    expect(sayStates(states)).toEqual({ kind: 'all' })
    expect(sayStates(states.slice(5))).toEqual({ kind: 'allBut', states: states.slice(0, 5) })
    expect(sayStates(states.slice(6))).toEqual({ kind: 'named', states: states.slice(6) })
  })
})

describe('today', () => {
  it.each([
    ['2026-12-31T15:59:00Z', '2026-12-31'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('at %s is %s in Malaysia', (instant, expected) => {
    expect(todayIn(new Date(instant))).toBe(expected)
  })
})

describe('the form', () => {
  it('takes what it was given back as it was', () => {
    const one = holiday('Hari Pekerja', { nameEn: 'Labour Day', reference: 'Surat 1' })
    const { date, name, nameEn, kind, states, reference } = one
    expect(inputOf(draftOf(one))).toEqual({ date, name, nameEn, kind, states, reference })
  })

  it('asks for a date, a name and a state', () => {
    const date = PlainDate.parse('2026-12-04')
    const whole = { ...emptyDraft, date, name: ' Cuti ', states: ['MY-14', 'MY-01'] as const }
    expect(inputOf(whole)).toEqual({
      ...{ date, name: 'Cuti', nameEn: null, kind: 'special', reference: null },
      states: ['MY-01', 'MY-14'],
    })
    expect(inputOf({ ...whole, date: null })).toBeNull()
    for (const half of ['0002-12-04', '2012-12-31', '2041-01-01']) {
      expect(inputOf({ ...whole, date: PlainDate.parse(half) })).toBeNull()
    }
    expect(inputOf({ ...whole, name: '  ' })).toBeNull()
    expect(inputOf({ ...whole, states: [] })).toBeNull()
  })
})

describe('the counter', () => {
  const from = PlainDate.parse('2026-11-23')
  const draft: CountDraft = { state: 'MY-14', from, direction: 'after', number: 5, to: from }

  it.each([
    [{}, 5],
    [{ direction: 'before' }, -5],
    [{ direction: 'before', number: 0 }, 0],
    [{ number: 400 }, 400],
  ] as const)('asks with %j for %i working days', (given, workingDays) => {
    expect(questionOf({ ...draft, ...given })).toEqual({
      ...{ ask: 'day', state: 'MY-14', from, workingDays },
    })
  })

  it.each([
    { number: NaN },
    { number: 401 },
    { number: -1 },
    { number: 1.5 },
    { from: null },
    { from: PlainDate.parse('0020-11-23') },
  ])('asks nothing with %j', (given) => {
    expect(questionOf({ ...draft, ...given })).toBeNull()
  })

  it('asks for a count up to a date', () => {
    expect(questionOf({ ...draft, direction: 'until', number: NaN })).toEqual({
      ...{ ask: 'count', state: 'MY-14', from, to: from },
    })
    expect(questionOf({ ...draft, direction: 'until', to: null })).toBeNull()
  })

  it('numbers the working days only', () => {
    const day = (working: boolean) => ({ date: from, working, weekend: null, holidays: [] })
    const days = [day(true), day(false), day(false), day(true)]
    expect(numbered(days).map(({ number }) => number)).toEqual([1, null, null, 2])
  })
})
