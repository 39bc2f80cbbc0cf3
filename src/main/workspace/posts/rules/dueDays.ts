import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { addWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'

/** Headquarters stand in Kuala Lumpur: central accounts keep its working days (ours). */
export const centralState: StateCode = 'MY-14'

/** The states whose working days count for a post: those of its accounts, none twice. */
export function statesOf(
  accounts: readonly { readonly state: StateCode | null }[],
): readonly StateCode[] {
  const states = accounts.map(({ state }) => state ?? centralState)
  return states.length === 0 ? [centralState] : [...new Set(states)].sort()
}

/** The last day that lies `count` working days before `day` in every one of the states. */
export function workingDaysBefore(
  calendar: DayCalendar,
  states: readonly StateCode[],
  day: PlainDate,
  count: number,
): PlainDate {
  const days = states.map((state) => addWorkingDays(calendar, state, day, -count))
  return days.reduce((earliest, each) => (each < earliest ? each : earliest), day)
}
