import { z } from 'zod'
import { CorrectiveAction, Finding } from './assessmentFindings.ts'
import { AssessmentId } from './assessmentIds.ts'
import { MeasuredAnswer } from './assessmentMeasures.ts'
import { RouteStep, SnapshotHead } from './assessmentReviews.ts'
import { AssessmentPeriod, AssessmentResult, AssessmentSubject } from './assessmentSubjects.ts'
import { AnswerProgress, Score } from './assessments.ts'
import { query } from './call.ts'
import { Control, ControlScope, FrameworkVersionId, TitlePair } from './frameworks.ts'
import { Measured } from './measures.ts'
import { Instant, Language, Sha256 } from './values.ts'

/** How many controls have each result; those nobody answered apart. */
export const ResultCounts = z.record(
  z.enum([...AssessmentResult.options, 'unanswered']),
  z.number().int().min(0),
)
export type ResultCounts = z.infer<typeof ResultCounts>

export const ReportSection = z.object({ title: TitlePair, score: Score, counts: ResultCounts })
export type ReportSection = z.infer<typeof ReportSection>

/**
 * What was measured of a control, on which the answer was given. What it was held to, what was not
 * counted and what failed came later: it is missing in what was approved before.
 */
export const ReportMeasure = MeasuredAnswer.pick({
  ...({ at: true, by: true, stand: true, reason: true, reasonBy: true } as const),
})
  .extend(Measured.pick({ verdict: true, kept: true, counted: true }).shape)
  .extend(
    Measured.pick({
      ...({ limit: true, settings: true, guide: true, uncounted: true, why: true } as const),
      ...({ amounts: true, failed: true } as const),
    }).partial().shape,
  )
export type ReportMeasure = z.infer<typeof ReportMeasure>

/** One control with what was answered. */
export const ReportControl = Control.pick({
  ...({ key: true, parent: true, clause: true, section: true, question: true } as const),
  ...({ weight: true, scope: true } as const),
}).extend({
  isHeading: z.boolean(),
  /** No longer asked, but a finding hangs on it. */
  isRetired: z.boolean(),
  result: AssessmentResult.nullable(),
  progress: AnswerProgress,
  note: z.string(),
  answered: z.object({ at: Instant, by: z.string() }).nullable(),
  /** Numbers of the pieces of evidence it rests on. */
  evidence: z.array(z.number().int().positive()),
  /** Null: it was not measured. */
  measured: ReportMeasure.nullable(),
})
export type ReportControl = z.infer<typeof ReportControl>

export const ReportFile = z.object({
  fileName: z.string(),
  byteSize: z.number().int(),
  hash: Sha256,
  addedAt: Instant,
  addedBy: z.string(),
})
export type ReportFile = z.infer<typeof ReportFile>

/** A piece of evidence, once, however many controls rest on it. */
export const ReportEvidence = z.object({
  number: z.number().int().positive(),
  kind: z.enum(['file', 'link', 'post', 'complaint', 'image']),
  title: z.string(),
  url: z.string().nullable(),
  isGone: z.boolean(),
  addedAt: Instant,
  addedBy: z.string(),
  clauses: z.array(z.string()),
  /** Oldest first; the last is the one that holds. */
  files: z.array(ReportFile),
  /**
   * Of the bytes of an image, or of the content of a post, as it was then; null where it is not there
   * any more, missing where it was not kept yet.
   */
  hash: Sha256.nullable().optional(),
})
export type ReportEvidence = z.infer<typeof ReportEvidence>

export const ReportFinding = Finding.pick({
  ...({ key: true, severity: true, text: true, raisedAt: true, raisedBy: true } as const),
  closed: true,
}).extend({
  number: z.number().int().positive(),
  clause: z.string(),
  actions: z.array(
    CorrectiveAction.pick({
      ...({ what: true, ownerName: true, due: true, progress: true } as const),
      ...({ isOverdue: true, checked: true } as const),
    }),
  ),
})
export type ReportFinding = z.infer<typeof ReportFinding>

/** All that the printed report shows. What is approved is kept in this shape. */
export const AssessmentReport = z.object({
  format: z.literal(1),
  id: AssessmentId,
  revision: z.number().int().positive(),
  unitName: z.string(),
  subject: AssessmentSubject,
  subjectName: z.string(),
  period: AssessmentPeriod,
  checklist: z.object({
    title: TitlePair,
    source: z.string(),
    number: z.number().int().positive(),
    hash: Sha256,
    isIntact: z.boolean(),
  }),
  scopes: z.array(ControlScope),
  startedAt: Instant,
  startedBy: z.string(),
  score: Score,
  counts: ResultCounts,
  sections: z.array(ReportSection),
  controls: z.array(ReportControl),
  findings: z.array(ReportFinding),
  evidence: z.array(ReportEvidence),
  /** Of this revision, oldest first. */
  steps: z.array(RouteStep),
})
export type AssessmentReport = z.infer<typeof AssessmentReport>

/** A report, and what it is: what was approved, or what stands there now. */
export const AssessmentPaper = z.object({
  report: AssessmentReport,
  /** Null: a draft. */
  snapshot: SnapshotHead.nullable(),
})
export type AssessmentPaper = z.infer<typeof AssessmentPaper>

/** A checklist to be filled in by hand. */
export const BlankChecklist = z.object({
  title: TitlePair,
  source: z.string(),
  number: z.number().int().positive(),
  hash: Sha256,
  scopes: z.array(ControlScope),
  controls: z.array(
    Control.pick({
      ...({ key: true, parent: true, clause: true, section: true, question: true } as const),
      ...({ evidence: true, weight: true, scope: true } as const),
    }).extend({ isHeading: z.boolean() }),
  ),
})
export type BlankChecklist = z.infer<typeof BlankChecklist>

const Chosen = z.object({ ids: z.array(AssessmentId).min(1).max(200) })

/** @throws `compliance.unknown-assessment` */
export const assessmentReports = {
  /** Null: what was approved where it stands approved, else as it stands now. @throws `compliance.unknown-revision` */
  assessmentPaper: query(
    z.object({ id: AssessmentId, revision: z.number().int().positive().nullable() }),
    AssessmentPaper,
  ),
  /** In the order in which they are named. */
  assessmentBatch: query(Chosen, z.object({ papers: z.array(AssessmentPaper) })),
  /** @throws `compliance.unknown-version`, `compliance.not-published`, `compliance.nothing-for-subject` */
  blankChecklist: query(
    z.object({ versionId: FrameworkVersionId, scopes: z.array(ControlScope).min(1) }),
    BlankChecklist,
  ),
  /** A row a control. */
  assessmentCsv: query(Chosen.extend({ language: Language }), z.object({ csv: z.string() })),
  assessmentXlsx: query(
    Chosen.extend({ language: Language }),
    z.object({ bytes: z.instanceof(Uint8Array) }),
  ),
}
