import type { ClockName } from '#contract/clockLimits'
import { shareMarks, type Ladder } from '#contract/complaintLadder'
import type { WarningMark } from '#contract/complaintWarnings'
import type { StateCode } from '#contract/states'
import type { ClockTime, Instant } from '#contract/values'
import { addWorkingDays, isWorkingDay, type DayCalendar } from '../../days/rules/calendar.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { momentOfShare, type Pause } from './clock.ts'
import type { CountedClock } from './clocks.ts'
import { rungsOf } from './escalation.ts'
import { markColumns, noMarks, type KeptMarks } from './markColumns.ts'

/** When a mark is reached, and by which clock: of a rung by the one that runs out first. */
export interface MarkMoment {
  readonly mark: WarningMark
  readonly at: Instant
  readonly clock: ClockName
  /** It is counted in hours, which pass on days off too. */
  readonly byHours: boolean
}

/** What the marks of a case are worked out from beside its clocks. */
export interface MarkedCase {
  readonly urgent: boolean
  readonly state: StateCode
  readonly pauses: readonly Pause[]
  readonly now: Instant
}

/**
 * When the first of the clocks that run reaches each mark; none where no clock with a limit runs.
 * What stands still reaches nothing meanwhile, unless it is late already.
 */
export function marksOf(
  clocks: readonly CountedClock[],
  { urgent, state, pauses, now }: MarkedCase,
  ladder: Ladder,
  calendar: DayCalendar,
): MarkMoment[] {
  const running = clocks.flatMap(({ clock }) =>
    clock.metAt === null && clock.dueAt !== null && clock.limit !== null
      ? [{ ...clock, dueAt: clock.dueAt, limit: clock.limit }]
      : [],
  )
  const shares: readonly (readonly [WarningMark, number])[] = [
    ...shareMarks.map((mark) => [mark, ladder.shares[mark] / 100] as const),
    ['late', 1],
  ]
  const marks = shares.flatMap(([mark, share]) => {
    const moments = running.map(({ name, limit, startedAt, dueAt }) => ({
      ...{ mark, clock: name, byHours: limit.unit === 'elapsed-hours' },
      at:
        mark === 'late'
          ? dueAt
          : momentOfShare(share, { at: dueAt }, startedAt, limit.pauses ? pauses : [], now),
    }))
    const [first] = moments.toSorted((one, other) => (one.at < other.at ? -1 : 1))
    return first === undefined ? [] : [first]
  })
  const late = marks.find(({ mark }) => mark === 'late')
  if (late === undefined) return marks
  const { at: dueAt, byHours } = late
  const rungs = rungsOf({ dueAt, byHours, urgent, state, now }, ladder, calendar)
  return [
    ...marks,
    ...rungs.flatMap(({ mark, reachedAt, after: { unit } }) =>
      mark === null ? [] : [{ ...late, mark, at: reachedAt, byHours: unit === 'elapsed-hours' }],
    ),
  ]
}

/** The moments of marks as they are kept. */
export function keptMarks(marks: readonly MarkMoment[]): KeptMarks {
  return {
    ...noMarks,
    ...Object.fromEntries(marks.map(({ mark, at }) => [markColumns[mark], at])),
  }
}

/**
 * From when on people are told that a mark was reached; null where only lists show it: the first
 * part of the time is told of dangers alone. Hours and dangers do not wait: they are told at once, on
 * days off too. What is counted in days, limits as well as rungs of the ladder, is told on working
 * days from the hour of the day's list on. Ours.
 */
export function tellsFrom(
  { mark, at, byHours }: MarkMoment,
  { urgent, state }: Pick<MarkedCase, 'urgent' | 'state'>,
  morning: ClockTime,
  calendar: DayCalendar,
): Instant | null {
  if (urgent) return at
  if (mark === 'used-50') return null
  if (byHours) return at
  const { day } = malaysianTime(at)
  const isWorking = isWorkingDay(calendar, state, day)
  const first = isWorking ? day : addWorkingDays(calendar, state, day, 1)
  const from = instantsOf(first, morning).first
  return isWorking && at > from ? at : from
}
