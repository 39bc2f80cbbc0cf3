import { describe, expect, it } from 'vitest'
import {
  defaultPlanningSettings,
  NoteFields,
  NoteId,
  planning,
  type CalendarNote,
} from '#contract/planning'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import {
  areSound,
  countsOf,
  daysOf,
  draftOf,
  emptyNote,
  fieldsOf,
  freedUntil,
  gapsOf,
  isNow,
  isSoundNumber,
  isTerm,
  linesOf,
  notesIn,
  numberSettings,
  sameSettings,
} from '../../../src/renderer/planning/planningView'

const day = (text: string) => PlainDate.parse(text)
let made = 0

function note(startsOn: string, endsOn = startsOn, more: Partial<CalendarNote> = {}): CalendarNote {
  made += 1
  return {
    id: NoteId.parse(`00000000-0000-4000-8000-${String(made).padStart(12, '0')}`),
    ...{ title: 'Nota', text: '', startsOn: day(startsOn), endsOn: day(endsOn), kind: 'note' },
    ...{ reason: null, effect: null, states: [] },
    ...more,
  }
}

const blackout = { kind: 'blackout', reason: 'election', effect: 'hold' } as const

describe('the list of notes', () => {
  it('says which month begins at its first note only', () => {
    const notes = [note('2025-12-28'), note('2026-01-02'), note('2026-01-30'), note('2026-03-01')]
    expect(linesOf(notes).map(({ opensMonth }) => opensMonth)).toEqual([
      ...['2025-12-28', '2026-01-02', null, '2026-03-01'],
    ])
  })

  it('filters and counts by kind', () => {
    const notes = [
      note('2026-01-02'),
      note('2026-01-03', '2026-01-04', blackout),
      note('2026-02-01'),
    ]
    expect(countsOf(notes)).toEqual({ all: 3, note: 2, blackout: 1 })
    expect(notesIn('blackout', notes)).toEqual([notes[1]])
  })

  it.each([
    ['2026-11-24', '2026-11-24', 1],
    ['2026-11-24', '2026-11-26', 3],
    ['2026-12-31', '2027-01-01', 2],
    ['2028-02-28', '2028-03-01', 3],
  ])('%s to %s are %i days', (from, to, days) => {
    expect(daysOf(note(from, to))).toBe(days)
  })

  it.each([
    ['2026-11-23', false],
    ['2026-11-24', true],
    ['2026-11-26', true],
    ['2026-11-27', false],
  ])('on %s it is now: %s', (today, now) => {
    expect(isNow(note('2026-11-24', '2026-11-26'), today)).toBe(now)
  })
})

describe('what is typed of a note', () => {
  it('is what the note says, and says it again', () => {
    for (const { id: _, ...fields } of [
      note('2026-11-24', '2026-11-26', { ...blackout, states: ['MY-01', 'MY-08'] }),
      note('2026-11-24'),
    ]) {
      expect(fieldsOf(draftOf(note('2026-01-01', '2026-01-01', fields)))).toEqual(fields)
      expect(NoteFields.safeParse(fields).success).toBe(true)
    }
  })

  it.each([
    ['nothing yet', {}, ['title', 'days']],
    ['no last day: one day', { title: 'a', startsOn: day('2026-11-24') }, []],
    ['no first day', { title: 'a', endsOn: day('2026-11-24') }, ['days']],
    [
      'the wrong way round',
      { title: 'a', startsOn: day('2026-11-24'), endsOn: day('2026-11-23') },
      ['order'],
    ],
  ])('%s', (_, typed, gaps) => {
    const draft = { ...emptyNote, ...typed }
    expect(gapsOf(draft)).toEqual(gaps)
    expect(fieldsOf(draft) === null).toBe(gaps.length > 0)
  })

  it('leaves out reason and effect of a plain note, and names no state where all are meant', () => {
    const draft = { ...emptyNote, title: ' a ', startsOn: day('2026-11-24') }
    expect(fieldsOf({ ...draft, states: StateCode.options })).toEqual({
      ...{ title: 'a', text: '', startsOn: '2026-11-24', endsOn: '2026-11-24', kind: 'note' },
      ...{ reason: null, effect: null, states: [] },
    })
    expect(fieldsOf({ ...draft, kind: 'blackout' })).toMatchObject({
      ...{ reason: 'mourning', effect: 'warn' },
    })
  })
})

describe('what a blackout frees', () => {
  const last = day('2026-11-22')
  const before = note('2026-11-18', last, blackout)
  it.each<[string, NoteFields, NoteFields | null, string, PlainDate | null]>([
    ['removed', before, null, '2026-11-20', last],
    ['removed on its first day', before, null, '2026-11-18', last],
    ['removed before it began', before, null, '2026-11-17', null],
    ['shorter', before, { ...before, endsOn: day('2026-11-20') }, '2026-11-20', last],
    ['as long', before, { ...before, title: 'Banjir besar' }, '2026-11-20', null],
    ['a warning only', before, { ...before, effect: 'warn' }, '2026-11-20', last],
    [
      ...(['a note now', before] as const),
      { ...before, kind: 'note', reason: null, effect: null },
      ...(['2026-11-20', last] as const),
    ],
    ['a note that is removed', { ...before, kind: 'note' }, null, '2026-11-20', null],
  ])('%s', (_, was, after, today, until) => {
    expect(freedUntil(was, after, today)).toBe(until)
  })
})

describe('the planning settings', () => {
  it.each(Object.entries(numberSettings))('%s has the limits of the contract', (name, limits) => {
    const set = (value: number) =>
      planning.changeSettings.input.safeParse({ ...defaultPlanningSettings, [name]: value }).success
    const { least, most } = limits
    expect([least - 1, least, most, most + 1, 0.5, Number.NaN].map(set)).toEqual([
      ...[false, true, true, false, false, false],
    ])
  })

  it('tell a change from what is kept, and what cannot be saved', () => {
    const kept = defaultPlanningSettings
    expect(sameSettings({ ...kept }, kept)).toBe(true)
    expect(sameSettings({ ...kept, uploadTakesADay: true }, kept)).toBe(false)
    expect(sameSettings({ ...kept, minutesApart: Number.NaN }, kept)).toBe(false)
    expect(areSound({ ...kept, minutesApart: Number.NaN })).toBe(false)
    expect(isSoundNumber('mostHashtags', 30)).toBe(true)
    expect(isSoundNumber('mostHashtags', 31)).toBe(false)
  })
})

it.each([
  ['banjir', true],
  ['道路', true],
  ['1Malaysia', true],
  ['', false],
  [' ', false],
  ['!?', false],
])('%j is a term: %s', (typed, sound) => {
  expect(isTerm(typed)).toBe(sound)
})
