import type { Holiday, StateDay } from '#contract/days'
import type { WeekStart } from '#contract/planning'
import type { YearDay } from '#contract/postPhases'
import type { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { addDays, monthOf, placeInWeek } from '../calendarDays'

/** Steps of the scale (ours): none, 1–2, 3–5, 6–9, 10 and more posts a day. */
export const stepsFrom = [0, 1, 3, 6, 10] as const

/** Which step of the scale a day's posts reach. */
export function stepOf(count: number): number {
  return stepsFrom.findLastIndex((from) => count >= from)
}

/** What the legend says of a step: `3–5`, the last one `10+`. */
export function stepWords(step: number): string {
  const from = stepsFrom[step] ?? 0
  const next = stepsFrom[step + 1]
  if (next === undefined) return `${from}+`
  return next - 1 === from ? String(from) : `${from}–${next - 1}`
}

/** Weeks a month can touch: its row has a place for each of their days. */
const places = 37

/** A place in the row of a month; null where no day of that month falls. */
export interface YearCell {
  readonly day: PlainDate
  /** Of the row, from 0, a day on which weeks begin. */
  readonly place: number
}

/** The days of a month, each under its day of the week. */
export function monthRow(year: number, month: number, starts: WeekStart): (YearCell | null)[] {
  const first = PlainDate.parse(
    `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`,
  )
  const { to } = monthOf(first)
  const before = placeInWeek(first, starts)
  return Array.from({ length: places }, (_, place) => {
    const day = addDays(first, place - before)
    return day < first || day > to ? null : { day, place }
  })
}

/** The weeks of a month as rows of seven; null for the days of other months. */
export function monthWeeks(day: PlainDate, starts: WeekStart): (YearCell | null)[][] {
  const cells = monthRow(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, starts)
  const weeks = Array.from({ length: Math.ceil(places / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => cells[week * 7 + place] ?? null),
  )
  return weeks.filter((week) => week.some((cell) => cell !== null))
}

/** Places in a row, for the head: each weekday again and again. */
export const rowPlaces: readonly number[] = Array.from({ length: places }, (_, place) => place)

export function byDay(days: readonly YearDay[]): ReadonlyMap<string, YearDay> {
  return new Map(days.map((day) => [day.day, day]))
}

/** The holidays of a day: whether the state that is looked at keeps one, and all of their names. */
export interface DayHolidays {
  readonly isKept: boolean
  readonly holidays: readonly Holiday[]
}

/** @param state whose holidays are marked; those of other states are only told */
export function holidaysOf(
  holidays: readonly Holiday[],
  state: StateCode,
): ReadonlyMap<string, DayHolidays> {
  const days = new Map<string, DayHolidays>()
  for (const holiday of holidays) {
    if (holiday.removed) continue
    const before = days.get(holiday.date)
    days.set(holiday.date, {
      isKept: (before?.isKept ?? false) || holiday.states.includes(state),
      holidays: [...(before?.holidays ?? []), holiday],
    })
  }
  return days
}

/** The weekly days off of a state, as its law of that day has them. */
export function weekendsOf(days: readonly StateDay[]): ReadonlySet<string> {
  return new Set(days.filter(({ weekend }) => weekend !== null).map(({ date }) => date))
}

/**
 * Where a key leads from a day: ← → by a day, ↑ ↓ by a month (its last day where it is shorter),
 * Home and End to the year's ends. Never out of the year. Null when the key does not move.
 */
export function yearStep(key: string, day: PlainDate): PlainDate | null {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const within = (at: Date): PlainDate =>
    at.getUTCFullYear() === year ? PlainDate.parse(at.toISOString().slice(0, 10)) : day
  const inMonth = (to: number): PlainDate => {
    if (to < 1 || to > 12) return day
    const last = new Date(Date.UTC(year, to, 0)).getUTCDate()
    return within(new Date(Date.UTC(year, to - 1, Math.min(date, last))))
  }
  switch (key) {
    case 'ArrowLeft':
      return within(new Date(Date.UTC(year, month - 1, date - 1)))
    case 'ArrowRight':
      return within(new Date(Date.UTC(year, month - 1, date + 1)))
    case 'ArrowUp':
      return inMonth(month - 1)
    case 'ArrowDown':
      return inMonth(month + 1)
    case 'Home':
      return within(new Date(Date.UTC(year, 0, 1)))
    case 'End':
      return within(new Date(Date.UTC(year, 11, 31)))
    default:
      return null
  }
}
