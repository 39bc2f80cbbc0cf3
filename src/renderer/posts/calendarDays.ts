import type { WeekStart } from '#contract/planning'
import type { Period } from '#contract/posts'
import { PlainDate } from '#contract/values'

const msPerDay = 86_400_000

/** Plain dates have no time zone: reckoned as in UTC, where every day has 24 hours. */
function toTime(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function fromTime(time: number): PlainDate {
  return PlainDate.parse(new Date(time).toISOString().slice(0, 10))
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromTime(toTime(day) + days * msPerDay)
}

/** The same day of another month, or that month's last where it has no such day. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const at = new Date(toTime(day))
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return fromTime(Date.UTC(year, month, Math.min(at.getUTCDate(), last)))
}

/** The place of a day in its week, from 0. */
export function placeInWeek(day: PlainDate, first: WeekStart): number {
  return (new Date(toTime(day)).getUTCDay() + (first === 'monday' ? 6 : 0)) % 7
}

/** The first day of a day's week. */
export function weekStart(day: PlainDate, first: WeekStart): PlainDate {
  return addDays(day, -placeInWeek(day, first))
}

export function weekOf(day: PlainDate, first: WeekStart): Period {
  const from = weekStart(day, first)
  return { from, to: addDays(from, 6) }
}

export function monthOf(day: PlainDate): Period {
  const from = PlainDate.parse(`${day.slice(0, 7)}-01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The calendar year of a day. */
export function yearOf(day: PlainDate): Period {
  const year = day.slice(0, 4)
  return { from: PlainDate.parse(`${year}-01-01`), to: PlainDate.parse(`${year}-12-31`) }
}

/** The whole weeks that hold a month: what its grid shows. */
export function monthGrid(day: PlainDate, first: WeekStart): Period {
  const { from, to } = monthOf(day)
  return { from: weekStart(from, first), to: addDays(weekStart(to, first), 6) }
}

/** The quarter of a calendar year in which a day lies. */
export function quarterOf(day: PlainDate): Period {
  const from = addMonths(monthOf(day).from, -((Number(day.slice(5, 7)) - 1) % 3))
  return { from, to: addDays(addMonths(from, 3), -1) }
}

/** The years a period touches, in their order. */
export function yearsOf({ from, to }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
