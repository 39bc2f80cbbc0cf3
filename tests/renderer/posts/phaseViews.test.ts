import { describe, expect, it } from 'vitest'
import { CycleId, PhaseId, type Phase } from '#contract/cycles'
import { HolidayId, type Holiday } from '#contract/days'
import { NoteId } from '#contract/planning'
import type { Completeness, PhaseStanding, TargetState } from '#contract/postPhases'
import { PostStatus } from '#contract/posts'
import { stillToCome } from '#contract/postStatus'
import { beside, boardKey, columnsOf } from '../../../src/renderer/posts/board/boardView'
import { gapsOf, sharesOf, stretches } from '../../../src/renderer/posts/meter/meterView'
import {
  bandOf,
  countOutside,
  highest,
  lettersOf,
  monthStarts,
  notesIn,
  roadStep,
  weeksOfCycle,
} from '../../../src/renderer/posts/roadmap/roadView'
import {
  holidaysOf,
  monthRow,
  monthWeeks,
  stepOf,
  stepWords,
  weekendsOf,
  yearStep,
} from '../../../src/renderer/posts/year/yearView'
import { day } from '../../support/posts.ts'
import { present } from '../../support/present.ts'

function phase(number: number, startsOn: string, endsOn: string): Phase {
  return {
    ...{ id: PhaseId.parse(`10000000-0000-4000-8000-00000000000${number}`), number },
    cycleId: CycleId.parse('20000000-0000-4000-8000-000000000001'),
    ...{ name: `Fasa ${number}`, nameEn: `Phase ${number}`, objective: '', colour: 'blue' },
    ...{ startsOn: day(startsOn), endsOn: day(endsOn), ownerId: null, targets: [] },
  }
}

const phases = [
  phase(1, '2026-01-01', '2026-03-31'),
  phase(2, '2026-04-01', '2026-06-30'),
  phase(3, '2026-07-01', '2026-08-31'),
  phase(4, '2026-09-01', '2026-10-31'),
  phase(5, '2026-11-01', '2026-12-31'),
]

describe('the meter', () => {
  const of = (published: number, planned: number, missing: number): Completeness => ({
    ...{ published, planned, missing },
    wanted: published + planned + missing,
  })

  it.each([
    [of(0, 0, 3), 0, 0],
    [of(1, 0, 199), 0.01, 0.01],
    [of(199, 0, 1), 0.99, 0.99],
    [of(1, 1, 2), 0.25, 0.5],
    [of(2, 1, 0), 0.67, 1],
    [of(0, 0, 0), 0, 0],
  ])('%o: so much is out, so much with what is planned', (lengths, published, all) => {
    expect(sharesOf(lengths)).toEqual({ published, all })
  })

  it('draws the lengths that are there, the whole bar of them', () => {
    expect(stretches(of(2, 0, 6))).toEqual([
      { length: 'published', share: 0.25 },
      { length: 'missing', share: 0.75 },
    ])
    expect(stretches(of(0, 0, 0))).toEqual([])
  })

  it('tells what lacks: what ends soonest first, what is over last', () => {
    const standing = (number: number, daysLeft: number, targets: TargetState[]): PhaseStanding => ({
      ...{ phaseId: present(phases[number - 1]).id, daysLeft, targets, missing: {}, weeks: [] },
      ...{ incomplete: 0, unproven: 0 },
      counts: { planned: 0, approved: 0, published: 0, stopped: 0 },
      completeness: of(0, 0, 0),
    })
    const target = (key: string, planned: number, missing: number): TargetState => ({
      ...{ kind: 'piece', key, wanted: planned + missing, published: 0, planned, missing },
    })
    const gaps = gapsOf({
      phases: [
        standing(1, -40, [target('text', 0, 1)]),
        standing(2, -3, [target('vox-pop', 1, 1)]),
        standing(3, 4, [target('text', 1, 1), target('infographic', 0, 3)]),
        standing(4, 65, [target('text', 2, 0)]),
        standing(5, 0, [target('videographic', 0, 1)]),
      ],
    })
    expect(gaps.map(({ phase: number, key, isBare }) => [number, key, isBare])).toEqual([
      [5, 'videographic', true],
      [3, 'infographic', true],
      [3, 'text', false],
      [2, 'vox-pop', false],
      [1, 'text', true],
    ])
  })
})

describe('the board', () => {
  const columns = columnsOf({ phases })

  it('has the posts without a phase first, then a column for each phase', () => {
    expect(columns.map(({ phase: of }) => of?.number ?? 0)).toEqual([0, 1, 2, 3, 4, 5])
    expect(beside(columns, null, 1)?.phase?.number).toBe(1)
    expect(beside(columns, null, -1)).toBeNull()
    expect(beside(columns, present(phases[0]).id, -1)?.phase).toBeNull()
    expect(beside(columns, present(phases[4]).id, 1)).toBeNull()
  })

  it.each([
    ['[', false, 'before'],
    [']', false, 'after'],
    ['ArrowLeft', true, 'before'],
    ['ArrowRight', true, 'after'],
    ['ArrowLeft', false, 'left'],
    ['ArrowRight', false, 'right'],
    ['f', false, 'choose'],
    ['f', true, null],
    ['ArrowDown', false, null],
  ])('%s (Alt: %s): %s', (key, altKey, expected) => {
    expect(boardKey({ key, altKey, ctrlKey: false, metaKey: false })).toBe(expected)
    expect(boardKey({ key, altKey, ctrlKey: true, metaKey: false })).toBeNull()
  })

  it('tells what a post lacks until it is out or given up', () => {
    const over = PostStatus.options.filter((status) => !stillToCome.includes(status))
    expect(over).toEqual(['published', 'archived', 'cancelled'])
  })
})

describe('the road map', () => {
  const weeks = weeksOfCycle({ phases }, 'monday')

  it('has the weeks of the year, from the Monday before to the Monday of its last day', () => {
    expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([53, '2025-12-29', '2026-12-28'])
    expect(monthStarts(weeks).size).toBe(12)
    expect(monthStarts(weeks).has(day('2025-12-29'))).toBe(true)
    // 1 February 2026 is a Sunday: its week is January's, the next one begins February.
    expect(monthStarts(weeks).has(day('2026-02-02'))).toBe(true)
  })

  it('stacks the posts of a week in the order of the office’s list', () => {
    const band = bandOf(
      present(phases[1]),
      weeks,
      [
        { week: day('2026-03-30'), category: null, count: 1 },
        { week: day('2026-03-30'), category: 'edukatif', count: 2 },
        { week: day('2026-03-30'), category: 'info-rakyat', count: 3 },
      ],
      ['info-rakyat', 'edukatif'],
    )
    const busy = present(band.find(({ week }) => week === '2026-03-30'))
    expect(busy.parts.map(({ category }) => category)).toEqual(['info-rakyat', 'edukatif', null])
    expect(busy.total).toBe(6)
    const within = band.filter(({ isWithin }) => isWithin).map(({ week }) => week)
    expect([within[0], within.at(-1)]).toEqual(['2026-03-30', '2026-06-29'])
    expect(highest([band])).toBe(6)
    expect(highest([[]])).toBe(1)
  })

  it('counts what it cannot draw', () => {
    const outside = { week: day('2027-01-04'), category: null, count: 4 }
    const inside = { week: day('2026-12-28'), category: null, count: 2 }
    expect(countOutside(weeks, [[outside, inside], []])).toBe(4)
  })

  it('gives every category a letter of its own', () => {
    expect(
      lettersOf([
        'Info Rakyat',
        'Info JKR',
        'Touch Point',
        'Feel Good',
        'Edukatif',
        'Bantuan Rakyat',
        'Expert',
      ]),
    ).toEqual(['I', 'J', 'T', 'F', 'E', 'B', 'X'])
    expect(lettersOf(['A', 'A', '7'])).toEqual(['A', '2', '3'])
  })

  it.each([
    ['ArrowRight', { band: 0, week: 1 }],
    ['ArrowLeft', { band: 0, week: 0 }],
    ['ArrowDown', { band: 1, week: 0 }],
    ['ArrowUp', { band: 0, week: 0 }],
    ['End', { band: 0, week: 52 }],
    ['PageDown', null],
  ])('%s from its first week leads to %o', (key, to) => {
    expect(roadStep(key, { band: 0, week: 0 }, { bands: 5, weeks: 53 })).toEqual(to)
  })

  it('shows a note in every week it touches', () => {
    const note = {
      ...{ id: NoteId.parse('30000000-0000-4000-8000-000000000001'), title: 'Banjir', text: '' },
      ...{ startsOn: day('2026-11-29'), endsOn: day('2026-11-30'), kind: 'note' as const },
      ...{ reason: null, effect: null, states: [] },
    }
    const touched = weeks.filter((week) => notesIn(week, [note]).length > 0)
    expect(touched).toEqual(['2026-11-23', '2026-11-30'])
  })
})

describe('the year', () => {
  it.each([
    [0, 0, '0'],
    [1, 1, '1–2'],
    [2, 1, '1–2'],
    [3, 2, '3–5'],
    [5, 2, '3–5'],
    [6, 3, '6–9'],
    [9, 3, '6–9'],
    [10, 4, '10+'],
    [500, 4, '10+'],
  ])('%i posts are of step %i, %s', (count, step, words) => {
    expect(stepOf(count)).toBe(step)
    expect(stepWords(step)).toBe(words)
  })

  it('puts each day under its day of the week', () => {
    const february = monthRow(2026, 1, 'monday')
    expect(february.findIndex((cell) => cell !== null)).toBe(6)
    expect(february.filter((cell) => cell !== null)).toHaveLength(28)
    expect(monthRow(2024, 1, 'monday').filter((cell) => cell !== null)).toHaveLength(29)
    expect(monthRow(2026, 2, 'monday')[36]?.day).toBe('2026-03-31')
    // 1 February 2026 is a Sunday, and the first day of a week that begins so.
    expect(monthRow(2026, 1, 'sunday')[0]?.day).toBe('2026-02-01')
    // 31 August 2026 is a Monday: five whole weeks and that day.
    const august = monthWeeks(day('2026-08-01'), 'monday').map((week) =>
      week.map((cell) => cell?.day),
    )
    expect(august).toHaveLength(6)
    expect(august[0]).toEqual([...Array<undefined>(5).fill(undefined), '2026-08-01', '2026-08-02'])
    expect(august[5]?.[0]).toBe('2026-08-31')
    expect(monthWeeks(day('2026-02-01'), 'sunday')).toHaveLength(4)
  })

  it('marks the weekly days off of a state, and the holidays it keeps', () => {
    const weekend = { from: day('2013-01-01'), to: null, days: ['friday', 'saturday'] as const }
    const off = (date: string, isOff: boolean) => ({
      ...{ date: day(date), working: !isOff, holidays: [] },
      weekend: isOff ? { ...weekend, days: [...weekend.days] } : null,
    })
    expect(weekendsOf([off('2026-02-05', false), off('2026-02-06', true)])).toEqual(
      new Set(['2026-02-06']),
    )
    const pahang: Holiday = {
      ...{ id: HolidayId.parse('30000000-0000-4000-8000-000000000001'), date: day('2026-11-06') },
      ...{ name: 'Hari Keputeraan Sultan Pahang', nameEn: null, kind: 'state', states: ['MY-06'] },
      ...{ reference: null, origin: 'list', doubts: {}, sources: [], removed: false },
    }
    expect(holidaysOf([pahang], 'MY-06').get('2026-11-06')?.isKept).toBe(true)
    expect(holidaysOf([pahang], 'MY-14').get('2026-11-06')?.isKept).toBe(false)
    expect(holidaysOf([{ ...pahang, removed: true }], 'MY-06').size).toBe(0)
  })

  it.each([
    ['ArrowRight', '2026-01-31', '2026-02-01'],
    ['ArrowRight', '2026-12-31', '2026-12-31'],
    ['ArrowLeft', '2026-01-01', '2026-01-01'],
    ['ArrowDown', '2026-01-31', '2026-02-28'],
    ['ArrowUp', '2026-01-15', '2026-01-15'],
    ['ArrowDown', '2026-12-01', '2026-12-01'],
    ['Home', '2026-06-15', '2026-01-01'],
    ['End', '2026-06-15', '2026-12-31'],
    ['a', '2026-06-15', null],
  ])('%s from %s leads to %s', (key, from, to) => {
    expect(yearStep(key, day(from))).toBe(to)
  })
})
