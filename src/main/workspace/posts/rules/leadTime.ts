import type { Deadline } from '#contract/postFindings'
import type { StateCode } from '#contract/states'
import type { ClockTime, PlainDate } from '#contract/values'
import { countWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { lastDayBefore } from './deadlines.ts'
import { workingDaysBefore } from './dueDays.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'

const clause = 'KKS F, teras 3'

/** What of a post the lead time is about. Times are left out where they are not known. */
export interface Announcement {
  /** The day on which the post first got a day; null while it has none. */
  readonly planned: PlainDate | null
  /** The first day on which it is to come out. */
  readonly slot: PlainDate | null
  readonly slotTime?: ClockTime | null
  /** The programme's own day. */
  readonly programme: PlainDate | null
  /** When the programme begins. */
  readonly programmeTime?: ClockTime | null
}

type Slot = Omit<Announcement, 'planned'>

/**
 * Whether a post comes out before its programme: what comes out later tells what has happened, and
 * nobody could have planned it ahead. On the programme's own day it announces it while it is still
 * to begin; where one of the two times is open it is not held against the post (ours).
 */
export function announces({ slot, slotTime, programme, programmeTime }: Slot): boolean {
  if (slot === null || programme === null) return false
  if (slot !== programme) return slot < programme
  return isGiven(slotTime) && isGiven(programmeTime) && slotTime < programmeTime
}

function isGiven(time: ClockTime | null | undefined): time is ClockTime {
  return time !== null && time !== undefined
}

/**
 * The last day to plan what announces a programme, with each day on the way back to it; null where
 * no lead time is asked for.
 */
export function planBy(
  calendar: DayCalendar,
  states: readonly StateCode[],
  post: Slot,
  limit: number,
): Deadline | null {
  const { programme } = post
  if (programme === null || limit === 0 || !announces(post)) return null
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
 * tells what has happened (`announces`).
 * @param limit working days; 0 asks for none
 */
export function leadTimeFindings(
  calendar: DayCalendar,
  states: readonly StateCode[],
  post: Announcement,
  limit: number,
): PlanFinding[] {
  const { planned, programme } = post
  if (planned === null || programme === null || limit === 0 || !announces(post)) return []
  if (planned <= workingDaysBefore(calendar, states, programme, limit)) return []
  const count = leadDays(calendar, states, planned, programme)
  const params = { planned, programme, count, limit }
  return [planFinding('lead-time', 'warn', clause, params)]
}

/**
 * A post about a programme that has no day yet, while the programme is nearer than its lead time:
 * whatever day it gets, it is planned late (KKS F, teras 3). From the programme's day on nothing is
 * said: it may tell what has happened.
 * @param limit working days; 0 asks for none
 */
export function unplannedFindings(
  calendar: DayCalendar,
  states: readonly StateCode[],
  { today, programme }: { readonly today: PlainDate; readonly programme: PlainDate | null },
  limit: number,
): PlanFinding[] {
  if (programme === null || limit === 0 || programme <= today) return []
  if (today <= workingDaysBefore(calendar, states, programme, limit)) return []
  const count = leadDays(calendar, states, today, programme)
  return [planFinding('lead-time-unplanned', 'warn', clause, { programme, count, limit })]
}
