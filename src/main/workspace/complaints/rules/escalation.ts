import type { Instant } from '#contract/values'
import type { Role } from '#contract/roles'
import type { StateCode } from '#contract/states'
import { addWorkingDays, countWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'

/**
 * Who must know of a late complaint, and how many working days after its limit ran out: its officer
 * at once, then the approver, then the head. The sources give limits and no ladder; ours.
 */
export const ladder = [
  { role: 'complaints-officer', afterDays: 0 },
  { role: 'approver', afterDays: 1 },
  { role: 'head', afterDays: 3 },
] as const satisfies readonly { readonly role: Role; readonly afterDays: number }[]

/** A rung, and when it is reached. */
export interface ReachedRung {
  readonly role: (typeof ladder)[number]['role']
  readonly afterDays: number
  readonly reachedAt: Instant
  readonly reached: boolean
}

/**
 * The rungs from the moment a limit ran out. Working days are counted as for every limit: the day of
 * the limit is not counted, and a rung is reached as the last of them begins. A danger goes to all of
 * them at once.
 */
export function rungsOf(
  late: {
    readonly dueAt: Instant
    readonly urgent: boolean
    readonly state: StateCode
    readonly now: Instant
  },
  calendar: DayCalendar,
): ReachedRung[] {
  const { day } = malaysianTime(late.dueAt)
  return ladder.map(({ role, afterDays: usual }) => {
    const afterDays = late.urgent ? 0 : usual
    const reachedAt =
      afterDays === 0
        ? late.dueAt
        : instantsOf(addWorkingDays(calendar, late.state, day, afterDays), null).first
    return { role, afterDays, reachedAt, reached: reachedAt <= late.now }
  })
}

/** Whole working days since a limit ran out; its own day is not counted. */
export function workingDaysLate(
  dueAt: Instant,
  now: Instant,
  calendar: DayCalendar,
  state: StateCode,
): number {
  const [from, to] = [malaysianTime(dueAt).day, malaysianTime(now).day]
  return Math.max(0, countWorkingDays(calendar, state, from, to))
}
