import type { Deadline } from '#contract/postFindings'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { countWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { lastDayBefore } from './deadlines.ts'
import { workingDaysBefore } from './dueDays.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'

/** What of a post the lead time is about. */
export interface Announcement {
  /** The day on which the post first got a day; null while it has none. */
  readonly planned: PlainDate | null
  /** The first day on which it is to come out. */
  readonly slot: PlainDate | null
  /** The programme's own day. */
  readonly programme: PlainDate | null
}

/**
 * The last day to plan what announces a programme, with each day on the way back to it; null where
 * no lead time is asked for.
 */
export function planBy(
  calendar: DayCalendar,
  states: readonly StateCode[],
  { slot, programme }: Pick<Announcement, 'slot' | 'programme'>,
  limit: number,
): Deadline | null {
  if (slot === null || programme === null || limit === 0 || slot >= programme) return null
  return lastDayBefore(calendar, states, programme, limit)
}

/** Working days from the plan to the programme, by the state that has the fewest; never below 0. */
export function leadDays(
  calendar: DayCalendar,
  states: readonly StateCode[],
  planned: PlainDate,
  programme: PlainDate,
): number {
  const counts = states.map((state) => 0 - countWorkingDays(calendar, state, programme, planned))
  return Math.max(0, Math.min(...counts))
}

/**
 * Information is planned ahead, for example five working days before a programme (KKS F, teras 3):
 * told where a post was first planned later than that in one of the states. Never of a post that
 * comes out on the programme's day or after it: it tells what has happened.
 * @param limit working days; 0 asks for none
 */
export function leadTimeFindings(
  calendar: DayCalendar,
  states: readonly StateCode[],
  { planned, slot, programme }: Announcement,
  limit: number,
): PlanFinding[] {
  if (planned === null || slot === null || programme === null) return []
  if (limit === 0 || slot >= programme) return []
  if (planned <= workingDaysBefore(calendar, states, programme, limit)) return []
  const count = leadDays(calendar, states, planned, programme)
  const params = { planned, programme, count, limit }
  return [planFinding('lead-time', 'warn', 'KKS F, teras 3', params)]
}
