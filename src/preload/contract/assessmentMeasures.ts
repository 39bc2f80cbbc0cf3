import { z } from 'zod'
import { AssessmentId } from './assessmentIds.ts'
import { AssessmentResult } from './assessmentSubjects.ts'
import { job } from './call.ts'
import { ControlKey } from './frameworks.ts'
import { Measured } from './measures.ts'
import { Instant, Passage } from './values.ts'

/**
 * How an answer stands to what was measured: it is the same (`followed`), a person answered
 * otherwise (`disagreed`), or there is no answer, or nothing was measured to hold it to (`open`).
 */
export const MeasuredStand = z.enum(['followed', 'disagreed', 'open'])
export type MeasuredStand = z.infer<typeof MeasuredStand>

/**
 * A measured control of an assessment, as it was measured then: figures and thresholds stay though
 * the records change, until it is measured again.
 */
export const MeasuredAnswer = z.object({
  key: ControlKey,
  measured: Measured,
  at: Instant,
  /** Who had it measured. */
  by: z.string(),
  stand: MeasuredStand,
  /** Why somebody answered otherwise; empty where nobody did, or before it was measured. */
  reason: z.string(),
  reasonBy: z.string().nullable(),
  reasonAt: Instant.nullable(),
})
export type MeasuredAnswer = z.infer<typeof MeasuredAnswer>

/** One control whose measurement came out otherwise than the one that was kept. */
export const MeasureChange = z.object({
  key: ControlKey,
  /** Null: it was not measured yet. */
  before: Measured.nullable(),
  after: Measured,
  /** The answer before and after: the same where a person answered otherwise. */
  answerBefore: AssessmentResult.nullable(),
  answerAfter: AssessmentResult.nullable(),
})
export type MeasureChange = z.infer<typeof MeasureChange>

export const MeasuredAnew = z.object({
  at: Instant,
  /** Of so many controls. */
  controls: z.number().int().min(0),
  /** In the order in which controls are read. */
  changes: z.array(MeasureChange),
})
export type MeasuredAnew = z.infer<typeof MeasuredAnew>

/** Controls judged, of those to be judged. */
export const MeasuringSteps = z.object({
  done: z.number().int().min(0),
  total: z.number().int().min(0),
})

/** Why a person answers otherwise than measured. */
export const DisagreeReason = Passage

export const assessmentMeasures = {
  /**
   * Measures what an open assessment asks and the workspace can tell. Kept, each measurement stands
   * with its figures and its moment; where nobody has answered the verdict becomes the answer, and
   * answers that followed the last measurement follow this one. Answers of whoever said otherwise
   * stay. Not kept, it says what it would change.
   */
  measureAssessment: job(
    z.object({ id: AssessmentId, keep: z.boolean() }),
    MeasuredAnew,
    MeasuringSteps,
  ),
}
