import { Weekday } from '#contract/days'
import { PlainDate } from '#contract/values'

const msPerDay = 86_400_000

/**
 * Days since 1 January 1970. Plain dates are days in Malaysia and have no time zone: they are
 * reckoned as if in UTC, where every day has 24 hours.
 */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

/** The inverse of `dayNumber`. */
function dateOfDay(day: number): PlainDate {
  return PlainDate.parse(new Date(day * msPerDay).toISOString().slice(0, 10))
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
