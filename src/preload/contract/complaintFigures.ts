import { z } from 'zod'
import { ClockName } from './clockLimits.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { ReferenceKey } from './reference.ts'
import { Metres, RoadCode } from './roads.ts'
import { PlainDate } from './values.ts'

/**
 * What counts as a complaint in every figure: all but a registration taken back, which never was
 * one. Duplicates and false ones were received and are counted (ours).
 */
export const counted: readonly ComplaintStatus[] = ComplaintStatus.options.filter(
  (status) => status !== 'voided',
)

/**
 * To whom the charter promised something: not of a duplicate, whose work goes on in another case,
 * nor of a false complaint. Both are said apart (ours).
 */
export const promised: readonly ComplaintStatus[] = counted.filter(
  (status) => status !== 'duplicate' && status !== 'false',
)

/** What says that something happens again and again: whatever was not made up (ours). */
export const recurring: readonly ComplaintStatus[] = counted.filter((status) => status !== 'false')

/**
 * Each clock with a limit is a promise. How things are is told again and again: that promise stands as
 * its clock does, by the time since the complainant heard last, and is met by settling within it.
 */
export const PromiseClock = ClockName
export type PromiseClock = z.infer<typeof PromiseClock>

/**
 * How a promise stands: `met` in time, `missed` (met late, or its time ran out), `running`; `owed` is
 * all three, and `done` whatever was done, with a limit or without.
 */
export const PromiseOutcome = z.enum(['met', 'missed', 'running', 'owed', 'done'])
export type PromiseOutcome = z.infer<typeof PromiseOutcome>

/** Choices of the register that only a figure makes: each opens exactly the cases it counts. */
export const figureChoices = {
  /** Of these, only complaints that have none. */
  without: z
    .array(
      z.enum(['states', 'assigneeIds', 'severities', 'difficulties', 'subKinds', 'accountIds']),
    )
    .max(6)
    .default([]),
  /** Malaysian days on which they were settled, both within; those taken up again since are not. */
  settledFrom: PlainDate.nullable().default(null),
  settledTo: PlainDate.nullable().default(null),
  /** Forwarded to one of these agencies, whatever became of it. */
  agencies: z.array(ReferenceKey).max(100).default([]),
  /** Of one set of limits; null: of whichever. */
  promise: z
    .object({ clock: PromiseClock, set: ReferenceKey.nullable(), outcome: PromiseOutcome })
    .nullable()
    .default(null),
  reopened: z.boolean().default(false),
  /** Its complainant was sent an answer. */
  answered: z.boolean().default(false),
  /** What its complainant said last of how it was settled. */
  scores: z.array(z.number().int().min(1).max(5)).max(5).default([]),
  /** Beginning on this stretch of a road, both ends within. */
  along: z.object({ road: RoadCode, from: Metres, to: Metres }).nullable().default(null),
  /** Exactly as it was written. */
  district: z.string().max(100).nullable().default(null),
}

const FigureChoices = z.object(figureChoices)
export type FigureChoices = z.infer<typeof FigureChoices>

/** None of them. */
export const noFigureChoices: FigureChoices = FigureChoices.parse({})
