import { z } from 'zod'
import { command, query } from './call.ts'
import { ClockLimit, ClockName, ClockUnit } from './clockLimits.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { DayHoliday, WeekendRule } from './days.ts'
import { ClockSet, ReferenceKey } from './reference.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { Instant, Line, Passage, PlainDate } from './values.ts'

/** Why a set of limits applies to a complaint. */
export const SetReason = z.enum([
  ...(['urgent', 'wrong-door', 'severity', 'complex', 'kind', 'default', 'hand'] as const),
])
export type SetReason = z.infer<typeof SetReason>

/**
 * How a clock stands: met in time, met late, running, standing still, late, without a limit, or not
 * measured: settled elsewhere, and the sheet it came in from does not say when; or settled, and who
 * complained left no way to be answered.
 * A clock that runs has used less than the first part of its time that the office's ladder warns of,
 * or more than the first, second or third; their names are of the shipped 50, 75 and 90 per cent.
 */
export const ClockStanding = z.enum([
  ...(['met', 'met-late', 'running', 'used-50', 'used-75', 'used-90'] as const),
  ...(['paused', 'late', 'measured', 'unmeasured'] as const),
])
export type ClockStanding = z.infer<typeof ClockStanding>

/** One clock of one complaint. */
export const Clock = z.object({
  name: ClockName,
  /** Null: only measured. */
  limit: ClockLimit.nullable(),
  startedAt: Instant,
  /** Null while it has a limit that stands still, or no limit. */
  dueAt: Instant.nullable(),
  metAt: Instant.nullable(),
  standing: ClockStanding,
  /** The part of the time that the standing says is used, in per cent; null where it says none. */
  share: z.number().int().nullable(),
  /** Of the time it has, from 0 on; null without a limit. */
  used: z.number().min(0).nullable(),
  /** How long it stood still, in milliseconds; of limits in hours alone. */
  pausedFor: z.number().min(0),
  /** It was met before the complaint came to have another set: judged by the limit of then. */
  keptLimit: z.boolean(),
  /** It was over when days or limits were changed: judged as it was then, not as it would be today. */
  stood: z.boolean(),
})
export type Clock = z.infer<typeof Clock>

export const PauseId = z.uuid().brand<'PauseId'>()
export type PauseId = z.infer<typeof PauseId>

/** A time in which the office waits for somebody else. */
export const ComplaintPause = z.object({
  id: PauseId,
  from: Instant,
  /** Null: it still waits. */
  ended: Instant.nullable(),
  reason: z.string(),
  byName: z.string(),
  /** When an answer is hoped for; it ends nothing by itself. */
  expected: PlainDate.nullable(),
})
export type ComplaintPause = z.infer<typeof ComplaintPause>

/** The clocks of a complaint, and why they run as they do. */
export const ComplaintClocks = z.object({
  set: ReferenceKey,
  why: SetReason,
  /** Of a set chosen by hand: the reason given. */
  reason: z.string(),
  /** Of a set chosen by hand: who chose it. */
  chosenBy: z.string(),
  /** Whose days are counted: the complaint's own state, else the office's. */
  state: StateCode,
  stateIsOffices: z.boolean(),
  clocks: z.array(Clock),
  /** Newest first. */
  pauses: z.array(ComplaintPause),
})
export type ComplaintClocks = z.infer<typeof ComplaintClocks>

/** One day of a count: counted, or why not. */
export const CountedDay = z.object({
  date: PlainDate,
  counted: z.boolean(),
  /** The clock stood still at its end. */
  paused: z.boolean(),
  weekend: WeekendRule.nullable(),
  holidays: z.array(DayHoliday),
})
export type CountedDay = z.infer<typeof CountedDay>

/** Why a clock runs out when it does, day by day. */
export const ClockExplanation = z.object({
  number: ComplaintNumber,
  clock: Clock,
  unit: ClockUnit.nullable(),
  /** The set its limit stands in, with its clause; null where no set fits. */
  set: ClockSet.pick({ key: true, ms: true, en: true, clause: true }).nullable(),
  why: SetReason,
  /** Of a set chosen by hand: the reason given. */
  reason: z.string(),
  /** Of a set chosen by hand: who chose it. */
  chosenBy: z.string(),
  state: StateCode,
  stateIsOffices: z.boolean(),
  /** Of limits in days; of hours none. */
  days: z.array(CountedDay),
  pauses: z.array(ComplaintPause),
})
export type ClockExplanation = z.infer<typeof ClockExplanation>

const One = z.object({ id: ComplaintId })
/** Closing has a step of its own. */
const MetByHand = ClockName.exclude(['close'])

export const complaintClocks = {
  /** Complaints with a clock that ran out, or that runs out today; their kinds are those two. */
  dueToday: query(z.object({ state: StateCode }), DueToday),
  clocks: query(One, ComplaintClocks),
  explainClock: query(One.extend({ clock: ClockName }), ClockExplanation),
  /**
   * Records when a complainant was acknowledged, answered first, or told how things are, and how.
   * @throws `complaints.already-met`, `complaints.met-before-start`, `complaints.met-later`
   */
  meetClock: command(One.extend({ clock: MetByHand, at: Instant, how: Line }), ComplaintClocks),
  /** Takes back what was recorded last. */
  unmeetClock: command(One.extend({ clock: MetByHand }), ComplaintClocks),
  /** Stops the clocks that may stand still. */
  pause: command(One.extend({ reason: Line, expected: PlainDate.nullable() }), ComplaintClocks),
  resumeClocks: command(One, ComplaintClocks),
  /** Another set of limits for this complaint; null: the one its kind has. */
  chooseClockSet: command(
    One.extend({ set: ReferenceKey.nullable(), reason: Passage }),
    ComplaintClocks,
  ),
}
