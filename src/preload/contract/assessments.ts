import { z } from 'zod'
import { AssessmentEvidence } from './assessmentEvidence.ts'
import { Finding } from './assessmentFindings.ts'
import { AssessmentId, CampaignId, RoundId } from './assessmentIds.ts'
import { DisagreeReason, MeasuredAnswer } from './assessmentMeasures.ts'
import { AssessmentPeriod, AssessmentResult, AssessmentSubject } from './assessmentSubjects.ts'
import { command, query } from './call.ts'
import {
  Control,
  ControlKey,
  ControlScope,
  FrameworkId,
  FrameworkVersionId,
  TitlePair,
} from './frameworks.ts'
import { Instant, Passage, Sha256 } from './values.ts'

/** How far somebody is with a control: apart from what the result is. */
export const AnswerProgress = z.enum(['not-started', 'in-work', 'done'])
export type AnswerProgress = z.infer<typeof AnswerProgress>

/** What a person says of a control. */
export const AnswerFields = z.object({
  /** Null: not answered yet. */
  result: AssessmentResult.nullable(),
  progress: AnswerProgress,
  note: Passage,
})
export type AnswerFields = z.infer<typeof AnswerFields>

export const Answer = AnswerFields.extend({
  key: ControlKey,
  /** Counted up with every change; an edit says which one it began with. */
  version: z.number().int().positive(),
  changedAt: Instant,
  changedBy: z.string(),
})
export type Answer = z.infer<typeof Answer>

/**
 * met 1, partly 0.5, not met 0, times the weight, over what applies and was answered. What was not
 * answered counts in the coverage only.
 */
export const Score = z.object({
  /** From 0 to 1; null while nothing that applies is answered. */
  score: z.number().min(0).max(1).nullable(),
  /** Weights times what was reached. */
  points: z.number().min(0),
  /** Weights of what applies and was answered. */
  possible: z.number().int().min(0),
  asked: z.number().int().min(0),
  /** With a result; "not applicable" is one. */
  answered: z.number().int().min(0),
  notApplicable: z.number().int().min(0),
})
export type Score = z.infer<typeof Score>

/** The published version that an assessment is bound to: it never changes. */
export const PinnedVersion = z.object({
  id: FrameworkVersionId,
  frameworkId: FrameworkId,
  number: z.number().int().positive(),
  title: TitlePair,
  /** As it was when the assessment began, or when answers were carried to this version. */
  hash: Sha256,
  /** Whether the version still has that hash. */
  isIntact: z.boolean(),
})
export type PinnedVersion = z.infer<typeof PinnedVersion>

/**
 * Worked on, prepared, reviewed, approved; closed without a route, as was done before there was one;
 * or withdrawn.
 */
export const AssessmentState = z.enum([
  ...(['open', 'prepared', 'reviewed', 'approved', 'closed', 'removed'] as const),
])
export type AssessmentState = z.infer<typeof AssessmentState>

/** An assessment as lists show it. */
export const AssessmentSummary = z.object({
  id: AssessmentId,
  subject: AssessmentSubject,
  /** `@JKRMalaysia · Facebook`, a unit, a person's name; empty for the bureau. */
  subjectName: z.string(),
  period: AssessmentPeriod,
  pinned: PinnedVersion,
  /** Controls of these are asked. */
  scopes: z.array(ControlScope),
  state: AssessmentState,
  /** Counted up each time it is opened again. */
  revision: z.number().int().positive(),
  startedAt: Instant,
  startedBy: z.string(),
  /** Since when nothing is answered any more: handed over, approved or closed. */
  closedAt: Instant.nullable(),
  closedBy: z.string().nullable(),
  score: Score,
  /** Without good practice, which nobody has to follow up. */
  openFindings: z.number().int().min(0),
  /** Corrective actions whose day has passed, not done yet. */
  overdueActions: z.number().int().min(0),
  /** Measured controls that a person answered otherwise. */
  disagreed: z.number().int().min(0),
  /** A newer published version of its checklist, while it is open. */
  newer: FrameworkVersionId.nullable(),
})
export type AssessmentSummary = z.infer<typeof AssessmentSummary>

const PartScore = z.object({ title: TitlePair, score: Score })
const HeadingScore = z.object({ key: ControlKey, score: Score })

/** The round of a campaign that an assessment was made for. */
const OfCampaign = z.object({
  id: CampaignId,
  name: z.string(),
  roundId: RoundId,
  round: z.number().int().positive(),
})

/** An assessment with all that stands in it. */
export const Assessment = AssessmentSummary.extend({
  /** What is asked, in the order in which it is read, with its headings. */
  controls: z.array(Control),
  /** Of controls that somebody answered or began. */
  answers: z.array(Answer),
  /** Of controls that were measured for this assessment, in the order in which they are read. */
  measured: z.array(MeasuredAnswer),
  sections: z.array(PartScore),
  headings: z.array(HeadingScore),
  evidence: z.array(AssessmentEvidence),
  findings: z.array(Finding),
  /** Null where it was made by itself. */
  campaign: OfCampaign.nullable(),
  /** The last carrying of answers that can still be taken back. */
  carried: z.object({ at: Instant, from: z.number().int().positive() }).nullable(),
})
export type Assessment = z.infer<typeof Assessment>

export const AssessmentFilter = z.object({
  /** `waiting`: those whose next step the person at the keyboard may take. */
  state: z.enum([...AssessmentState.options, 'waiting']),
  /** Null: all kinds. */
  subject: z.enum(['account', 'unit', 'operator', 'bureau']).nullable(),
  frameworkId: FrameworkId.nullable(),
})
export type AssessmentFilter = z.infer<typeof AssessmentFilter>

export const NewAssessment = z.object({
  versionId: FrameworkVersionId,
  subject: AssessmentSubject,
  period: AssessmentPeriod,
  scopes: z.array(ControlScope).min(1),
  /** It is known that another of the same stands open. */
  beside: z.boolean(),
  /** Answers that come along from an earlier assessment of the same. */
  carry: z.object({ from: AssessmentId, keys: z.array(ControlKey).max(2_000) }).nullable(),
})
export type NewAssessment = z.infer<typeof NewAssessment>

const One = z.object({ id: AssessmentId })

export const assessments = {
  /** The newest period first. */
  assessments: query(AssessmentFilter, z.array(AssessmentSummary)),
  /** @throws `compliance.unknown-assessment` */
  assessment: query(One, Assessment),
  /** Binds to a published version of a checklist in use. @throws `compliance.assessment-there` */
  startAssessment: command(NewAssessment, AssessmentSummary),
  /** Out of sight; only while it is open. */
  removeAssessment: command(One, AssessmentSummary),
  bringBackAssessment: command(One, AssessmentSummary),
  /**
   * @param base the version of the answer that was read; 0 where nobody had answered
   * @param reason why it is otherwise than measured; empty: what was said before stays; null: it is
   *   taken back, and the answer follows what is measured
   * @throws `compliance.answered-meanwhile`: what another said stays; `compliance.disagree-reason`
   */
  answerControl: command(
    One.extend({
      key: ControlKey,
      base: z.number().int().min(0),
      answer: AnswerFields,
      reason: DisagreeReason.nullable().default(''),
    }),
    Answer,
  ),
}
