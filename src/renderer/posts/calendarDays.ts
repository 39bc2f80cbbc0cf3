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

/** The Monday of a day's week: weeks begin as the locale `ms` has them. */
export function weekStart(day: PlainDate): PlainDate {
  const weekday = new Date(toTime(day)).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

export function weekOf(day: PlainDate): Period {
  const from = weekStart(day)
  return { from, to: addDays(from, 6) }
}

export function monthOf(day: PlainDate): Period {
  const from = PlainDate.parse(`${day.slice(0, 7)}-01`)
  return { from, to: addDays(addMonths(from, 1), -1) }
}

/** The whole weeks that hold a month: what its grid shows. */
export function monthGrid(day: PlainDate): Period {
  const { from, to } = monthOf(day)
  return { from: weekStart(from), to: addDays(weekStart(to), 6) }
}

/** The years a period touches, in their order. */
export function yearsOf({ from, to }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
