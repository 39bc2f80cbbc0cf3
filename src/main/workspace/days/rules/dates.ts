import { Weekday } from '#contract/days'
import { PlainDate } from '#contract/values'

const msPerDay = 86_400_000

// Few days are asked for again and again, by whoever counts working days of thousands of rows.
const numbers = new Map<PlainDate, number>()
const dates = new Map<number, PlainDate>()
/** Days of nearly three centuries. */
const mostKept = 100_000

/**
 * Days since 1 January 1970. Plain dates are days in Malaysia and have no time zone: they are
 * reckoned as if in UTC, where every day has 24 hours.
 */
export function dayNumber(date: PlainDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const day = Date.parse(`${date}T00:00:00Z`) / msPerDay
  if (numbers.size < mostKept) numbers.set(date, day)
  return day
}

/** The inverse of `dayNumber`. */
function dateOfDay(day: number): PlainDate {
  const known = dates.get(day)
  if (known !== undefined) return known
  const date = PlainDate.parse(new Date(day * msPerDay).toISOString().slice(0, 10))
  if (dates.size < mostKept) dates.set(day, date)
  return date
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days)
}

export function weekdayOf(date: PlainDate): Weekday {
  // 1 January 1970 was a Thursday.
  return Weekday.options[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? 'sunday'
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
