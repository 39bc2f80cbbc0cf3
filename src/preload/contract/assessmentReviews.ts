import { z } from 'zod'
import { AssessmentId } from './assessmentIds.ts'
import { QualityFinding, QualityMark } from './assessmentQuality.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { AssessmentState, AssessmentSummary } from './assessments.ts'
import { command, query } from './call.ts'
import { TitlePair } from './frameworks.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { Instant, Passage, PersonId, PlainDate, Sha256 } from './values.ts'

/** The three signatures of an assessment, each of another person. */
export const ReviewStep = z.enum(['prepared', 'reviewed', 'approved'])
export type ReviewStep = z.infer<typeof ReviewStep>

/** What happens on the route: a step, back to be worked on, or a new revision. */
export const ReviewDeed = z.enum([...ReviewStep.options, 'sent-back', 'taken-back', 'reopened'])
export type ReviewDeed = z.infer<typeof ReviewDeed>

/** The field a signature is drawn in, in the units of its points. */
export const signatureField = { width: 600, height: 200 } as const

const Point = z.tuple([
  z.number().int().min(0).max(signatureField.width),
  z.number().int().min(0).max(signatureField.height),
])

/** A drawn signature: the strokes of a pen, so that it prints sharp at any size. */
export const Signature = z.array(z.array(Point).min(1).max(2_000)).min(1).max(100)
export type Signature = z.infer<typeof Signature>

/** One deed of the route. Name and post are those of that day. */
export const RouteStep = z.object({
  id: z.uuid(),
  revision: z.number().int().positive(),
  deed: ReviewDeed,
  personId: PersonId,
  name: z.string(),
  post: z.string(),
  at: Instant,
  remark: z.string(),
  signature: Signature.nullable(),
  /** Warnings of the quality check that were acknowledged with it. */
  warnings: z.array(QualityMark),
})
export type RouteStep = z.infer<typeof RouteStep>

/** A revision that was approved: what it said then is kept. */
export const SnapshotHead = z.object({
  revision: z.number().int().positive(),
  /** SHA-256 of its canonical JSON. */
  hash: Sha256,
  at: Instant,
  by: z.string(),
  /** Whether what is kept still has that hash. */
  isIntact: z.boolean(),
})
export type SnapshotHead = z.infer<typeof SnapshotHead>

/** Why the person at the keyboard may not take the step that waits. */
export const StepRefusal = z.enum(['own-step', 'own-answers', 'role'])
export type StepRefusal = z.infer<typeof StepRefusal>

/** Where an assessment stands on its way to approval. */
export const AssessmentRoute = z.object({
  state: AssessmentState,
  revision: z.number().int().positive(),
  /** Of all revisions, oldest first. */
  steps: z.array(RouteStep),
  /** The newest first. */
  snapshots: z.array(SnapshotHead),
  quality: z.array(QualityFinding),
  /** What it says is no longer what was prepared: evidence was changed elsewhere. */
  isChanged: z.boolean(),
  /** The step that waits, and why it is not this person's; null where it may be taken. */
  next: z.object({ step: ReviewStep, refusal: StepRefusal.nullable() }).nullable(),
})
export type AssessmentRoute = z.infer<typeof AssessmentRoute>

/** An assessment whose next step the person at the keyboard may take. */
export const WaitingReview = z.object({
  id: AssessmentId,
  subject: AssessmentSubject,
  subjectName: z.string(),
  period: AssessmentPeriod,
  title: TitlePair,
  step: ReviewStep,
  /** Since when, and whose step came before. */
  since: Instant,
  by: z.string(),
  /** By which the round of its campaign is to be approved; null where it was made by itself. */
  due: PlainDate.nullable(),
  /** That day has passed. */
  isLate: z.boolean(),
})
export type WaitingReview = z.infer<typeof WaitingReview>

export const AssessmentCounts = z.record(
  z.enum([...AssessmentState.options, 'waiting']),
  z.number().int().min(0),
)
export type AssessmentCounts = z.infer<typeof AssessmentCounts>

const One = z.object({ id: AssessmentId })
const Step = One.extend({
  /** How many steps stood when it was read. */
  base: z.number().int().min(0),
  remark: Passage,
  signature: Signature.nullable(),
})

/** @throws `compliance.answered-meanwhile` where others took a step since it was read */
export const assessmentReviews = {
  assessmentRoute: query(One, AssessmentRoute),
  /** Hands it over; from then on what it says is not changed. @throws `compliance.quality-errors`, `compliance.quality-unseen` */
  prepareAssessment: command(
    Step.extend({ acknowledged: z.array(QualityMark).max(5_000) }),
    AssessmentSummary,
  ),
  /** @throws `compliance.own-step`, `compliance.own-answers`, `compliance.changed-since` */
  reviewAssessment: command(Step, AssessmentSummary),
  /** Freezes what it says. @throws as `reviewAssessment` */
  approveAssessment: command(Step, AssessmentSummary),
  /** Back to be worked on, by who is asked or by who handed it over. */
  sendBackAssessment: command(
    Step.pick({ id: true, base: true }).extend({ remark: Passage.min(1) }),
    AssessmentSummary,
  ),
  /** A new revision of what was approved, or closed before there was a route. */
  reopenAssessment: command(One.extend({ reason: Passage.min(1) }), AssessmentSummary),
  /** Of the person at the keyboard, the earliest due day first, then the longest waiting. */
  waitingReviews: query(z.object({}), z.array(WaitingReview)),
  /** The same in numbers. */
  reviewsDue: query(z.object({ state: StateCode }), DueToday),
  assessmentCounts: query(z.object({}), AssessmentCounts),
}
