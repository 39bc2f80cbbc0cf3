import type { WeekStart } from '#contract/planning'
import type { WeekCount } from '#contract/postPhases'
import type { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../../days/rules/dates.ts'
import type { Place } from './slots.ts'

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: PlainDate): PlainDate {
  // 1 January 1970 was a Thursday: three days after a Monday.
  const sinceMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, -sinceMonday)
}

/** The first day of a day's week, as the office's weeks begin. */
export function weekStartOf(day: PlainDate, first: WeekStart): PlainDate {
  return first === 'monday' ? mondayOf(day) : addDays(mondayOf(addDays(day, 1)), -1)
}

/** The weeks in which a post stands: each once, however many of its slots lie in it. */
export function weeksOfSlots(slots: readonly Pick<Place, 'day'>[], first: WeekStart): PlainDate[] {
  return [...new Set(slots.flatMap(({ day }) => (day === null ? [] : weekStartOf(day, first))))]
}

/**
 * Counts put together, by week, then category; posts without one come last.
 * @param counts also negative ones, for what is counted elsewhere
 */
export function sumOfWeeks(counts: readonly WeekCount[]): WeekCount[] {
  const weeks = new Map<string, WeekCount>()
  for (const { week, category, count } of counts) {
    const key = `${week} ${category ?? '~'}`
    const before = weeks.get(key)?.count ?? 0
    weeks.set(key, { week, category, count: before + count })
  }
  return [...weeks.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, week]) => week)
    .filter(({ count }) => count > 0)
}
