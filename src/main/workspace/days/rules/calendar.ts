import type { DayHoliday, Holiday, StateDay } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { addDays } from './dates.ts'
import { weekend } from './weekend.ts'

/** The holidays that count, by state and day; `openDays` reads it from the workspace. */
export interface DayCalendar {
  holidaysOn(state: StateCode, date: PlainDate): readonly DayHoliday[]
}

/** @param holidaysOf those of one date that count, of whatever state */
export function calendarBy(holidaysOf: (date: PlainDate) => readonly Holiday[]): DayCalendar {
  return {
    holidaysOn: (state, date) =>
      holidaysOf(date)
        .filter(({ states }) => states.includes(state))
        .map(({ id, name, nameEn, kind, origin, doubts }) => ({
          ...{ id, name, nameEn, kind, origin },
          doubt: doubts[state] ?? null,
        })),
  }
}

/** Neither a weekly day off of the state nor one of its public holidays. */
export function isWorkingDay(calendar: DayCalendar, state: StateCode, date: PlainDate): boolean {
  return weekend(state, date) === null && calendar.holidaysOn(state, date).length === 0
}

/** One day with all that speaks against working on it. */
export function stateDay(calendar: DayCalendar, state: StateCode, date: PlainDate): StateDay {
  const off = weekend(state, date)
  const holidays = [...calendar.holidaysOn(state, date)]
  return { date, working: off === null && holidays.length === 0, weekend: off, holidays }
}

/**
 * The working day that lies `count` working days after `from`; before it when negative. `from` is
 * not counted, whatever it is: what comes in on a Friday and is due in 1 working day is due on
 * Monday. With 0 it is `from` itself, working day or not, so that `countWorkingDays` is the inverse
 * for every count.
 */
export function addWorkingDays(
  calendar: DayCalendar,
  state: StateCode,
  from: PlainDate,
  count: number,
): PlainDate {
  const step = Math.sign(count)
  let date = from
  for (let left = Math.abs(count); left > 0;) {
    date = addDays(date, step)
    if (isWorkingDay(calendar, state, date)) left -= 1
  }
  return date
}

/**
 * Working days after `from` up to `to` and with it; `from` is not counted. Negative, and counted
 * from the day before `from` down to `to`, when `to` lies before it; 0 on the same day.
 */
export function countWorkingDays(
  calendar: DayCalendar,
  state: StateCode,
  from: PlainDate,
  to: PlainDate,
): number {
  const step = from <= to ? 1 : -1
  let counted = 0
  for (let date = from; date !== to;) {
    date = addDays(date, step)
    if (isWorkingDay(calendar, state, date)) counted += step
  }
  return counted
}
