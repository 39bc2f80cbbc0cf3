import type { Holiday } from '#contract/days'
import type { CalendarNote } from '#contract/planning'
import type { PlainDate } from '#contract/values'
import { addDays } from '../../calendarDays'

/** Weeks that stand side by side on a landscape page: a year of them. */
const mostWeeks = 53

/** The weeks of a cycle in the pieces that fit beside one another on paper. */
export function piecesOf<T>(weeks: readonly T[]): T[][] {
  const pieces = Math.max(1, Math.ceil(weeks.length / mostWeeks))
  // Even pieces: five years and a day are not five pages and a sliver.
  const each = Math.ceil(weeks.length / pieces)
  return Array.from({ length: pieces }, (_, at) => weeks.slice(at * each, (at + 1) * each))
}

/** A note as a bar over the weeks of a piece, from 0 to 1 of their days. */
export interface NoteBar {
  readonly note: CalendarNote
  /** As it is numbered in the list below, from 1. */
  readonly number: number
  readonly from: number
  readonly to: number
  /** Line of the bar, from 0: bars that would overlap stand under one another. */
  readonly line: number
}

/** The notes that touch the weeks of a piece, numbered as in the whole list. */
export function noteBars(
  weeks: readonly PlainDate[],
  notes: readonly CalendarNote[],
): readonly NoteBar[] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined) return []
  const days = weeks.length * 7
  const ends: number[] = []
  return notes.flatMap((note, place) => {
    const from = Math.max(0, daysFrom(first, note.startsOn))
    const to = Math.min(days, daysFrom(first, note.endsOn) + 1)
    if (from >= days || to <= 0) return []
    // Room for its number, at the least.
    const end = Math.max(to, from + days / 80)
    const free = ends.findIndex((before) => before <= from)
    const line = free < 0 ? ends.length : free
    ends[line] = end
    return [{ note, number: place + 1, from: from / days, to: end / days, line }]
  })
}

/** Whether a week lies in a blackout with any of its days. */
export function isBlackedOut(week: PlainDate, notes: readonly CalendarNote[]): boolean {
  const last = addDays(week, 6)
  return notes.some(
    ({ kind, startsOn, endsOn }) => kind === 'blackout' && startsOn <= last && week <= endsOn,
  )
}

/** A share, from 0 to 1, as CSS has it. */
export function percentOf(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}

/** Holidays one line each: those of one name that follow one another day by day stand together. */
export interface HolidayLine {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly words: string
}

export function holidayLines(
  holidays: readonly Holiday[],
  textOf: (holiday: Holiday) => string,
): readonly HolidayLine[] {
  const lines: HolidayLine[] = []
  const inOrder = holidays.toSorted((one, other) =>
    one.date === other.date
      ? other.states.length - one.states.length
      : one.date < other.date
        ? -1
        : 1,
  )
  for (const holiday of inOrder) {
    const words = textOf(holiday)
    const at = lines.findIndex(
      (line) => line.words === words && addDays(line.to, 1) === holiday.date,
    )
    const before = lines[at]
    if (before === undefined) lines.push({ from: holiday.date, to: holiday.date, words })
    else lines[at] = { ...before, to: holiday.date }
  }
  return lines
}

function daysFrom(first: PlainDate, day: PlainDate): number {
  return Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000)
}
