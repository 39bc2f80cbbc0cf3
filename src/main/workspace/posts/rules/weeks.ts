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

/** The weeks in which a post stands: each once, however many of its slots lie in it. */
export function weeksOfSlots(slots: readonly Pick<Place, 'day'>[]): PlainDate[] {
  return [...new Set(slots.flatMap(({ day }) => (day === null ? [] : mondayOf(day))))]
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
