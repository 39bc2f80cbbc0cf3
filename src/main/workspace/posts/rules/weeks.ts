import type { WeekCount } from '#contract/postPhases'
import type { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../../days/rules/dates.ts'

/** Posts of one day and one category. */
export interface DayCount {
  readonly day: PlainDate
  readonly category: string | null
  readonly count: number
}

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: PlainDate): PlainDate {
  // 1 January 1970 was a Thursday: three days after a Monday.
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, -sinceMonday)
}

/** Days put together into weeks, by week, then category; posts without one come last. */
export function weeksOf(days: readonly DayCount[]): WeekCount[] {
  const weeks = new Map<string, WeekCount>()
  for (const { day, category, count } of days) {
    const week = mondayOf(day)
    const key = `${week} ${category ?? '~'}`
    const before = weeks.get(key)?.count ?? 0
    weeks.set(key, { week, category, count: before + count })
  }
  return [...weeks.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, week]) => week)
}
