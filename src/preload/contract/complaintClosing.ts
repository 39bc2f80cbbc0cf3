import { z } from 'zod'
import { AttachmentId } from './attachments.ts'
import { command, query } from './call.ts'
import { ComplaintId } from './complaintFields.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { CheckMeasure, IntakeQuestion, ReferenceKey } from './reference.ts'
import { StateCode } from './states.ts'
import { Instant, Line, Passage } from './values.ts'

/** A check before closing, and whether it is met. */
export const CaseCheck = z.object({
  key: ReferenceKey,
  ms: Line,
  en: Line,
  clause: Line,
  measure: CheckMeasure,
  met: z.boolean(),
  /** It counts as met because who complained left no way to be answered. */
  exempt: z.boolean(),
  /** Of a check that a person confirmed. */
  byName: z.string().nullable(),
  at: Instant.nullable(),
})
export type CaseCheck = z.infer<typeof CaseCheck>

/** What closing a complaint asks; it is closed when nothing is missing. */
export const ClosingState = z.object({
  checks: z.array(CaseCheck),
  /** Needed questions of its sub-kind that nobody answered. */
  questions: z.array(IntakeQuestion),
  ready: z.boolean(),
})
export type ClosingState = z.infer<typeof ClosingState>

export const SatisfactionId = z.uuid().brand<'SatisfactionId'>()
export type SatisfactionId = z.infer<typeof SatisfactionId>

/** What the complainant said of how it was settled, as asked by phone or on paper. */
export const Satisfaction = z.object({
  id: SatisfactionId,
  /** From 1, not at all, to 5, very. */
  score: z.number().int().min(1).max(5),
  /** "Masih belum selesai": it is taken up again. */
  unsolved: z.boolean(),
  /** Key of the complaint channel by which it was asked. */
  way: ReferenceKey,
  note: z.string(),
  at: Instant,
  byName: z.string(),
})
export type Satisfaction = z.infer<typeof Satisfaction>

/** Whether a photo shows the place before the work or after it (KKS F1). */
export const PhotoRole = z.enum(['before', 'after'])
export type PhotoRole = z.infer<typeof PhotoRole>

const One = z.object({ id: ComplaintId })

export const complaintClosing = {
  closing: query(One, ClosingState),
  /** Confirms a check by a person's word, or takes that back. @throws `complaints.unknown-check` */
  confirmCheck: command(One.extend({ key: ReferenceKey, met: z.boolean() }), ClosingState),
  /** Fills in what was missing, all at once. */
  completeCase: command(
    One.extend({
      base: z.number().int().positive(),
      /** Null, empty: left as it is. */
      state: StateCode.nullable(),
      place: z.string().trim().max(300),
      answers: z.record(ReferenceKey, z.string().trim().min(1).max(500)),
      confirmed: z.array(ReferenceKey).max(100),
    }),
    ClosingState,
  ),
  /** Newest first. */
  satisfaction: query(One, z.array(Satisfaction)),
  /** @throws `complaints.not-settled` for a complaint that is still worked on */
  recordSatisfaction: command(
    One.extend({
      score: Satisfaction.shape.score,
      unsolved: z.boolean(),
      way: ReferenceKey,
      note: Passage,
    }),
    z.object({ satisfaction: Satisfaction, reopened: z.boolean() }),
  ),
  removeSatisfaction: command(z.object({ id: SatisfactionId }), z.object({})),
  photos: query(One, z.array(z.object({ attachmentId: AttachmentId, role: PhotoRole }))),
  /** @throws `complaints.unknown-photo` */
  setPhotoRole: command(
    One.extend({ attachmentId: AttachmentId, role: PhotoRole.nullable() }),
    z.object({ before: PhotoRole.nullable() }),
  ),
  /**
   * Takes the last step of each back, for the record: where they stand was a mistake.
   * @throws `complaints.no-step-back` where something was decided since
   */
  undoStep: command(
    z.object({
      ids: z.array(ComplaintId).min(1).max(1_000),
      /** Where the step led: it is refused where they stand elsewhere by now. */
      to: ComplaintStatus,
    }),
    z.object({ count: z.number().int() }),
  ),
}
