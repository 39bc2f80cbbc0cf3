import type { Holiday } from '#contract/days'
import type { PlainDate } from '#contract/values'
import { addDays } from '../calendarDays'

/** A holiday within a week of the road map. */
export interface WeekHoliday {
  readonly day: PlainDate
  /** Day of the week, from 0. */
  readonly place: number
  /** Kept by every state: only such days are drawn through the bands. */
  readonly isNational: boolean
  /** Its names, with the states that keep it where not all do. */
  readonly words: string
}

/**
 * The holidays of each week that has any, in the order of their days, a mark for each day.
 * @param allStates how many states there are
 */
export function holidaysOfWeeks(
  weeks: readonly PlainDate[],
  byDay: ReadonlyMap<PlainDate, readonly Holiday[]>,
  textOf: (holiday: Holiday) => string,
  allStates: number,
): ReadonlyMap<PlainDate, readonly WeekHoliday[]> {
  const found = new Map<PlainDate, readonly WeekHoliday[]>()
  for (const week of weeks) {
    const days = [0, 1, 2, 3, 4, 5, 6].flatMap((place) => {
      const day = addDays(week, place)
      const holidays = byDay.get(day) ?? []
      if (holidays.length === 0) return []
      return {
        ...{ day, place, words: holidays.map(textOf).join('; ') },
        isNational: holidays.some(({ states }) => states.length >= allStates),
      }
    })
    if (days.length > 0) found.set(week, days)
  }
  return found
}
