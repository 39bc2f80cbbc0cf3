import type { ClockUnit } from '#contract/clockLimits'
import { rungMarks, type Ladder, type RungMark } from '#contract/complaintLadder'
import type { Role } from '#contract/roles'
import type { StateCode } from '#contract/states'
import { Instant } from '#contract/values'
import { addWorkingDays, countWorkingDays, type DayCalendar } from '../../days/rules/calendar.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'

const hour = 3_600_000

/** How long after a limit ran out. */
interface Lateness {
  readonly amount: number
  readonly unit: Exclude<ClockUnit, 'calendar-days'>
}

/** A rung, and when it is reached. */
export interface ReachedRung {
  /** Null: the officer, who is told as the limit runs out. */
  readonly mark: RungMark | null
  readonly role: Role
  readonly after: Lateness
  readonly reachedAt: Instant
  readonly reached: boolean
}

const atOnce: Lateness = { amount: 0, unit: 'working-days' }

/**
 * The rungs from the moment a limit ran out: its officer at once, then who the office's ladder names.
 * Working days are counted as for every limit: the day of the limit is not counted, and a rung is
 * reached as the last of them begins. Hours pass day and night, of limits in hours alone. A danger
 * goes to all of them at once.
 */
export function rungsOf(
  late: {
    readonly dueAt: Instant
    /** The limit is counted in hours. */
    readonly byHours: boolean
    readonly urgent: boolean
    readonly state: StateCode
    readonly now: Instant
  },
  ladder: Ladder,
  calendar: DayCalendar,
): ReachedRung[] {
  const officer = { mark: null, role: 'complaints-officer', after: atOnce } as const
  const others = rungMarks.map((mark) => {
    const { role, days, hours } = ladder.rungs[mark]
    const usual: Lateness =
      late.byHours && hours !== null
        ? { amount: hours, unit: 'elapsed-hours' }
        : { amount: days, unit: 'working-days' }
    return { mark, role, after: late.urgent ? atOnce : usual }
  })
  return [officer, ...others].map((rung) => {
    const reachedAt = behind(late.dueAt, rung.after, late.state, calendar)
    return { ...rung, reachedAt, reached: reachedAt <= late.now }
  })
}

function behind(
  dueAt: Instant,
  { amount, unit }: Lateness,
  state: StateCode,
  calendar: DayCalendar,
): Instant {
  if (amount === 0) return dueAt
  if (unit === 'elapsed-hours') {
    return Instant.parse(new Date(Date.parse(dueAt) + amount * hour).toISOString())
  }
  const { day } = malaysianTime(dueAt)
  return instantsOf(addWorkingDays(calendar, state, day, amount), null).first
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
