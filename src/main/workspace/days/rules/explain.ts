import type { DayQuestion, Explanation, StateDay } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { addWorkingDays, countWorkingDays, stateDay, type DayCalendar } from './calendar.ts'
import { addDays } from './dates.ts'

/** A count with every day that was counted or skipped, and why. */
export function explain(calendar: DayCalendar, asked: DayQuestion): Omit<Explanation, 'uncertain'> {
  const { state, from } = asked
  const to =
    asked.ask === 'day' ? addWorkingDays(calendar, state, from, asked.workingDays) : asked.to
  const workingDays =
    asked.ask === 'day' ? asked.workingDays : countWorkingDays(calendar, state, from, to)
  const step = from <= to ? 1 : -1
  const days = from === to ? [] : daysOf(calendar, state, addDays(from, step), to)
  return { state, from, to, workingDays, days }
}

/** Every day from one to another and with both, in that direction. */
export function daysOf(
  calendar: DayCalendar,
  state: StateCode,
  first: PlainDate,
  last: PlainDate,
): StateDay[] {
  const step = first <= last ? 1 : -1
  const days = [stateDay(calendar, state, first)]
  for (let date = first; date !== last;) {
    date = addDays(date, step)
    days.push(stateDay(calendar, state, date))
  }
  return days
}
