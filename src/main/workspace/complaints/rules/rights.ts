import { extensionDays, requestDays } from '#contract/complaintRequests'
import type { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { isWorkingDay, type DayCalendar } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'

/**
 * The last day on which a request about personal data is answered: 21 days after it came, 35 where
 * it was extended (PDPA 2010 s.31, s.35). Every day counts; a norm for a government office.
 */
export function requestDue(receivedOn: PlainDate, isExtended: boolean): PlainDate {
  const from = Date.parse(`${receivedOn}T00:00:00.000Z`)
  const days = requestDays + (isExtended ? extensionDays : 0)
  return PlainDate.parse(new Date(from + days * 86_400_000).toISOString().slice(0, 10))
}

/** The last working day up to a day: what is due on a holiday has to be answered before it. */
export function lastWorkingDay(
  calendar: DayCalendar,
  state: StateCode,
  until: PlainDate,
  from: PlainDate,
): PlainDate {
  let day = until
  while (day > from && !isWorkingDay(calendar, state, day)) day = addDays(day, -1)
  return day
}
