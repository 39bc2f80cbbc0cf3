import { describe, expect, it } from 'vitest'
import { HolidayId, type Holiday } from '#contract/days'
import { NoteId, type CalendarNote } from '#contract/planning'
import { StateCode } from '#contract/states'
import {
  holidayLines,
  isBlackedOut,
  noteBars,
  piecesOf,
} from '../../../src/renderer/posts/leaving/print/roadPaper'
import { holidaysOfWeeks } from '../../../src/renderer/posts/roadmap/weekHolidays'
import { day } from '../../support/posts.ts'

function holiday(number: number, date: string, name: string, states: StateCode[]): Holiday {
  return {
    id: HolidayId.parse(`30000000-0000-4000-8000-00000000000${number}`),
    ...{ date: day(date), name, nameEn: null, kind: 'state', states, reference: null },
    ...{ origin: 'list', doubts: {}, sources: [], removed: false },
  }
}

function note(number: number, from: string, to: string, kind: CalendarNote['kind']): CalendarNote {
  return {
    id: NoteId.parse(`40000000-0000-4000-8000-00000000000${number}`),
    ...{ title: `Nota ${number}`, text: '', startsOn: day(from), endsOn: day(to), kind },
    ...{ reason: kind === 'note' ? null : 'mourning', effect: kind === 'note' ? null : 'warn' },
    states: [],
  }
}

const all = StateCode.options
const textOf = ({ name }: Holiday) => name

describe('the road map on paper', () => {
  it.each([
    [1, [1]],
    [53, [53]],
    [54, [27, 27]],
    [261, [53, 53, 53, 53, 49]],
  ])('sets %i weeks in pieces of a year at most, evenly', (weeks, lengths) => {
    const pieces = piecesOf(Array.from({ length: weeks }, (_, at) => at))
    expect(pieces.map(({ length }) => length)).toEqual(lengths)
    expect(pieces.flat()).toHaveLength(weeks)
  })

  it('puts notes where their days are, one under another where they overlap', () => {
    const weeks = ['2026-03-02', '2026-03-09'].map(day)
    const bars = noteBars(weeks, [
      note(1, '2026-02-01', '2026-02-28', 'note'),
      note(2, '2026-03-02', '2026-03-08', 'note'),
      note(3, '2026-03-05', '2026-03-31', 'blackout'),
    ])
    expect(bars.map(({ number, line }) => [number, line])).toEqual([
      [2, 0],
      [3, 1],
    ])
    expect(bars[0]).toMatchObject({ from: 0, to: 0.5 })
    expect(bars[1]?.from).toBeCloseTo(3 / 14)
    expect(bars[1]?.to).toBe(1)
  })

  it('blacks a week out by any of its days', () => {
    const notes = [note(1, '2026-03-15', '2026-03-16', 'blackout')]
    expect(isBlackedOut(day('2026-03-09'), notes)).toBe(true)
    expect(isBlackedOut(day('2026-03-16'), notes)).toBe(true)
    expect(isBlackedOut(day('2026-03-23'), notes)).toBe(false)
    expect(isBlackedOut(day('2026-03-09'), [note(2, '2026-03-09', '2026-03-09', 'note')])).toBe(
      false,
    )
  })

  it('names a holiday of several days once, the wider one of a day first', () => {
    const lines = holidayLines(
      [
        holiday(2, '2026-03-22', 'Hari Raya Puasa', all),
        holiday(1, '2026-03-21', 'Hari Raya Puasa', all),
        holiday(3, '2026-03-21', 'Hari Sultan', ['MY-01']),
        holiday(4, '2026-05-01', 'Hari Raya Puasa', all),
      ],
      textOf,
    )
    expect(lines.map(({ from, to, words }) => [from, to, words])).toEqual([
      ['2026-03-21', '2026-03-22', 'Hari Raya Puasa'],
      ['2026-03-21', '2026-03-21', 'Hari Sultan'],
      ['2026-05-01', '2026-05-01', 'Hari Raya Puasa'],
    ])
  })
})

describe('holidays behind the weeks', () => {
  it('stand on their day of the week, and are national where every state keeps them', () => {
    const weeks = ['2026-11-02', '2026-11-09'].map(day)
    const deepavali = holiday(1, '2026-11-08', 'Hari Deepavali', all.slice(0, 15))
    const raya = holiday(2, '2026-11-02', 'Hari Raya', all)
    const found = holidaysOfWeeks(
      weeks,
      new Map([
        [deepavali.date, [deepavali]],
        [raya.date, [raya]],
      ]),
      textOf,
      all.length,
    )
    expect(found.get(day('2026-11-02'))).toEqual([
      { day: '2026-11-02', place: 0, isNational: true, words: 'Hari Raya' },
      { day: '2026-11-08', place: 6, isNational: false, words: 'Hari Deepavali' },
    ])
    expect(found.has(day('2026-11-09'))).toBe(false)
  })
})
