import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { shippedReplacements } from '../reference.ts'
import { addDays, weekdayOf } from './dates.ts'
import { weekend } from './weekend.ts'

/** What else lies on the days around a holiday. */
export interface Surroundings {
  /** Another holiday of the state falls on the same day. */
  readonly onAnother: boolean
  readonly isHoliday: (date: PlainDate) => boolean
}

/**
 * The day given for a holiday that falls on the weekly holiday, or null when none is. Sunday in
 * states with Saturday and Sunday off, Friday in Kedah (and Johor 2014–2024), Saturday in Kelantan
 * and Terengganu; the next day that is neither off nor a holiday. On the other day off nothing is
 * given (Holidays Act 1951 ss. 2–3 and the states' own laws, named in the reference file). Only for
 * forecasts: the replacement days of listed years are in the list.
 */
export function replacementDay(
  state: StateCode,
  date: PlainDate,
  { onAnother, isHoliday }: Surroundings,
): PlainDate | null {
  const rule = shippedReplacements.find(
    ({ states, from, to }) => states.includes(state) && from <= date && (to === null || date <= to),
  )
  if (rule === undefined) return null
  const onWeeklyHoliday = weekdayOf(date) === rule.weeklyHoliday
  const onWorkingDay = weekend(state, date) === null
  if (!onWeeklyHoliday && !(onWorkingDay && onAnother && rule.onAnotherHoliday)) return null
  let given = addDays(date, 1)
  while (weekend(state, given) !== null || isHoliday(given)) given = addDays(given, 1)
  return given
}
