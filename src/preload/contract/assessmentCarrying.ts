import { z } from 'zod'
import { AssessmentId } from './assessmentIds.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { Answer, AssessmentSummary } from './assessments.ts'
import { command, query } from './call.ts'
import { ComparedControl, ControlKey, ControlScope, FrameworkVersionId } from './frameworks.ts'
import { Instant } from './values.ts'

/**
 * What becomes of an answer in another version: it stands (`keep`), it comes along but is looked at
 * again (`again`), or there is nothing to bring (`none`).
 */
export const CarryProposal = z.enum(['keep', 'again', 'none'])
export type CarryProposal = z.infer<typeof CarryProposal>

export const CarriedControl = ComparedControl.extend({
  answer: Answer.nullable(),
  proposal: CarryProposal,
})
export type CarriedControl = z.infer<typeof CarriedControl>

/** An earlier assessment of the same subject by the same checklist. */
export const EarlierAssessment = z.object({
  id: AssessmentId,
  period: AssessmentPeriod,
  number: z.number().int().positive(),
  answered: z.number().int().min(0),
  startedAt: Instant,
})
export type EarlierAssessment = z.infer<typeof EarlierAssessment>

const One = z.object({ id: AssessmentId })

export const assessmentCarrying = {
  /** Control by control, in the order of the version the answers would be brought to. */
  carryPlan: query(
    z.object({
      from: AssessmentId,
      to: FrameworkVersionId,
      /** Controls of these are asked there; null: as the assessment asks. */
      scopes: z.array(ControlScope).min(1).nullable(),
    }),
    z.array(CarriedControl),
  ),
  /** The newest first; for a start with earlier answers. */
  earlierAssessments: query(
    z.object({ versionId: FrameworkVersionId, subject: AssessmentSubject }),
    z.array(EarlierAssessment),
  ),
  /**
   * Binds an open assessment to a newer version of its checklist. Answers of `keys` come along, those
   * of changed controls for another look; the rest is asked anew.
   * @throws `compliance.answered-meanwhile` where it is no longer bound to `from`
   */
  carryOver: command(
    One.extend({
      from: FrameworkVersionId,
      to: FrameworkVersionId,
      keys: z.array(ControlKey).max(2_000),
    }),
    AssessmentSummary,
  ),
  /** As it was before the last carrying. @throws `compliance.carry-passed` where answers changed */
  undoCarry: command(One, AssessmentSummary),
}
