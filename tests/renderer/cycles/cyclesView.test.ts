import { describe, expect, it } from 'vitest'
import { CycleId, PhaseId, type Cycle, type Phase } from '#contract/cycles'
import type { ReferenceLists } from '#contract/reference'
import { PlainDate } from '#contract/values'
import {
  newDraft,
  problemsOf,
  sameDraft as sameWords,
} from '../../../src/renderer/cycles/cycleDraft'
import {
  daysOf,
  firstShown,
  nextYear,
  phasesOfColour,
  stateOf,
  stretchOf,
  ticksOf,
  wantedOf,
} from '../../../src/renderer/cycles/cyclesView'
import {
  datesProblem,
  draftOf,
  fieldsOf,
  sameDraft,
  targetChoices,
  totalOf,
  wrongTargets,
  type PhaseDraft,
} from '../../../src/renderer/cycles/phaseDraft'
import { present } from '../../support/present.ts'

const day = (text: string) => PlainDate.parse(text)
const period = (from: string, to: string) => ({ startsOn: day(from), endsOn: day(to) })
const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`
const colours = ['blue', 'green', 'orange', 'vermilion', 'purple'] as const

/** A cycle of five years from the given one, a year each. */
function cycleFrom(year: number, more: Partial<Cycle> = {}): Cycle {
  const cycleId = CycleId.parse(idOf(9))
  const phases = colours.map((colour, place): Phase => ({
    ...{ id: PhaseId.parse(idOf(place + 1)), cycleId, number: place + 1, colour },
    ...{ name: `Fasa ${place + 1}`, nameEn: `Phase ${place + 1}` },
    ...period(`${year + place}-01-01`, `${year + place}-12-31`),
    ...{ objective: '', ownerId: null, targets: [] },
  }))
  const words = { name: 'Kitaran', nameEn: 'Cycle', note: '' }
  return { id: cycleId, ...words, example: false, archived: false, phases, gaps: [], ...more }
}

function phaseWith(more: Partial<Phase>): Phase {
  return { ...present(cycleFrom(2024).phases[1]), ...more }
}

describe('the scale of a cycle', () => {
  it.each([
    ['2026-01-01', '2026-01-01', 1],
    ['2026-01-01', '2026-12-31', 365],
    ['2028-02-01', '2028-03-01', 30],
    ['2015-01-01', '2019-12-31', 1_826],
  ])('%s to %s is %i days', (from, to, days) => {
    expect(daysOf(period(from, to))).toBe(days)
  })

  it('places a period by its days', () => {
    const whole = period('2026-01-01', '2026-04-10')
    expect(stretchOf(whole, whole)).toEqual({ from: 0, length: 1 })
    expect(stretchOf(whole, period('2026-01-11', '2026-01-20'))).toEqual({ from: 0.1, length: 0.1 })
    expect(stretchOf(whole, period('2026-04-10', '2026-04-10'))).toEqual({
      from: 0.99,
      length: 0.01,
    })
  })

  it('has a stroke at each first of a month within', () => {
    const days = (from: string, to: string) => ticksOf(period(from, to)).map((tick) => tick.day)
    expect(days('2026-01-01', '2026-03-31')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
    expect(days('2026-01-31', '2026-03-01')).toEqual(['2026-02-01', '2026-03-01'])
    expect(days('2026-01-02', '2026-01-31')).toEqual([])
    expect(ticksOf(period('2026-12-01', '2027-01-31')).map(({ isYear }) => isYear)).toEqual([
      false,
      true,
    ])
  })

  it('has strokes of years only where there are more than two of them', () => {
    expect(ticksOf(period('2025-01-01', '2026-12-31'))).toHaveLength(24)
    expect(ticksOf(period('2025-01-01', '2027-01-01')).map((tick) => tick.day)).toEqual([
      '2025-01-01',
      '2026-01-01',
      '2027-01-01',
    ])
  })
})

describe('what is said of cycles and phases', () => {
  it.each([
    ['2026-03-31', 'ahead'],
    ['2026-04-01', 'now'],
    ['2026-06-30', 'now'],
    ['2026-07-01', 'past'],
  ])('on %s a phase from April to June is %s', (today, state) => {
    expect(stateOf(period('2026-04-01', '2026-06-30'), day(today))).toBe(state)
  })

  it('sums categories and kinds apart', () => {
    expect(
      wantedOf([
        { kind: 'category', key: 'info-rakyat', wanted: 12 },
        { kind: 'category', key: 'expert', wanted: 3 },
        { kind: 'piece', key: 'text', wanted: 5 },
      ]),
    ).toEqual({ category: 15, piece: 5 })
  })

  it('shows today’s cycle first, else the newest that is not archived', () => {
    const [old, now, later] = [cycleFrom(2015), cycleFrom(2024), cycleFrom(2031)]
    expect(firstShown([later, now, old], day('2026-11-22'))).toBe(now)
    expect(firstShown([later, { ...now, archived: true }, old], day('2026-11-22'))).toBe(later)
    expect(firstShown([{ ...now, archived: true }], day('2026-11-22'))).toBeNull()
  })

  it.each([
    [[], 2026],
    [[cycleFrom(2015)], 2026],
    [[cycleFrom(2024), cycleFrom(2015)], 2029],
  ])('offers the year after the last planned one', (cycles, year) => {
    expect(nextYear(cycles, day('2026-11-22'))).toBe(year)
  })

  it('finds who else has a colour', () => {
    const { phases } = cycleFrom(2024)
    const [first] = phases
    expect(phasesOfColour(phases, present(first), 'blue')).toEqual([])
    expect(phasesOfColour(phases, present(first), 'purple')).toEqual([5])
  })
})

describe('the form of a phase', () => {
  const phase = phaseWith({ targets: [{ kind: 'piece', key: 'text', wanted: 4 }] })
  const draft = (more: Partial<PhaseDraft> = {}): PhaseDraft => ({ ...draftOf(phase), ...more })

  it('gives back what it was given', () => {
    const { id, cycleId, number, ...fields } = phase
    expect([id, cycleId, number]).toHaveLength(3)
    expect(fieldsOf(draft())).toEqual(fields)
  })

  it.each<[string, Partial<PhaseDraft>, boolean]>([
    ['a space at the end', { name: `${phase.name} ` }, true],
    [
      'an empty field of a target',
      { wanted: { 'piece text': 4, 'piece vox-pop': Number.NaN } },
      true,
    ],
    ['a target of nothing', { wanted: { 'category expert': 0, 'piece text': 4 } }, true],
    ['whether neighbours move along', { moveAlong: true }, true],
    ['another number', { wanted: { 'piece text': 5 } }, false],
    ['no target', { wanted: {} }, false],
    ['another colour', { colour: 'purple' }, false],
    ['another day', { endsOn: day('2025-12-30') }, false],
  ])('with %s is the same: %s', (_, more, same) => {
    expect(sameDraft(draft(more), draft())).toBe(same)
  })

  it.each<[string, Partial<PhaseDraft>]>([
    ['no name', { name: '  ' }],
    ['no English name', { nameEn: '' }],
    ['no first day', { startsOn: null }],
    ['the last day first', { endsOn: day('2024-12-31') }],
    ['a broken number', { wanted: { 'piece text': 1.5 } }],
    ['a number below nothing', { wanted: { 'piece text': -1 } }],
    ['more than a thousand', { wanted: { 'piece text': 1_001 } }],
  ])('with %s cannot be saved', (_, more) => {
    expect(fieldsOf(draft(more))).toBeNull()
  })

  it('tells a wrong number from an empty field', () => {
    const wanted = { 'piece text': Number.NaN, 'piece vox-pop': -2, 'category expert': 1_000 }
    expect(wrongTargets(draft({ wanted }))).toEqual(['piece vox-pop'])
  })

  it.each<[string | null, string | null, string | null]>([
    [null, '2026-01-01', 'datesMissing'],
    ['2026-01-01', null, 'datesMissing'],
    ['2026-01-02', '2026-01-01', 'datesReversed'],
    ['1956-12-31', '2026-01-01', 'datesOutside'],
    ['2026-01-01', '2201-01-01', 'datesOutside'],
    ['2026-01-01', '2026-01-01', null],
  ])('%s to %s: %s', (from, to, problem) => {
    const typed = (text: string | null) => (text === null ? null : day(text))
    expect(datesProblem(typed(from), typed(to))).toBe(problem)
  })

  it('offers every category and kind of post, and what was wanted of one no longer offered', () => {
    const entry = (key: string, removed = false) => ({
      ...{ id: key, shipped: null, changed: false, removed, fixed: false },
      item: {
        key,
        ms: key,
        en: key,
        clause: 'ours',
        channel: null,
        cheerful: false,
        workingDays: 1,
      },
    })
    const lists: ReferenceLists = {
      ...{ phases: [], stages: [], approaches: [], thrusts: [], segments: [], channels: [] },
      ...{ states: [], 'complaint-channels': [], 'complaint-kinds': [] },
      ...{ 'complaint-sub-kinds': [], 'urgent-kinds': [], 'clock-sets': [] },
      ...{ 'standard-answers': [], agencies: [], 'closing-checks': [] },
      'wave-categories': [entry('expert'), entry('lama', true), entry('buang', true)],
      'production-times': [entry('text'), entry('upload')],
    }
    const had = phaseWith({ targets: [{ kind: 'category', key: 'lama', wanted: 1 }] })
    const choices = targetChoices(lists, had)
    expect(choices.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'category expert',
      'category lama',
      'piece text',
    ])
    const wanted = { 'category expert': 7, 'category lama': Number.NaN, 'piece text': 100 }
    expect(totalOf({ ...draftOf(had), wanted }, choices.slice(0, 2))).toBe(7)
    expect(targetChoices(undefined, had)).toEqual([])
  })
})

describe('the form of a cycle', () => {
  it('begins as a calendar year, with nothing wrong', () => {
    const draft = newDraft(2027)
    expect(draft).toMatchObject({ name: 'Kitaran 2027', ...period('2027-01-01', '2027-12-31') })
    expect(problemsOf(draft, true)).toEqual({})
    expect(sameWords(draft, { ...draft, note: ' ' })).toBe(true)
    expect(sameWords(draft, { ...draft, note: 'Nota' })).toBe(false)
  })

  it('says what is missing; days only where it is new', () => {
    const draft = { ...newDraft(2027), name: ' ', nameEn: '', startsOn: null }
    expect(problemsOf(draft, true)).toEqual({
      ...{ name: 'nameMissing', nameEn: 'nameEnMissing', dates: 'datesMissing' },
    })
    expect(problemsOf(draft, false)).toEqual({ name: 'nameMissing', nameEn: 'nameEnMissing' })
  })
})
