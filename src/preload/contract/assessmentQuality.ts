import { z } from 'zod'
import { ControlKey } from './frameworks.ts'

/**
 * What a quality check may say of an assessment (ours; `compliance/rules/quality.ts` says when, and
 * which of it stops the preparing).
 */
export const QualityKind = z.enum([
  /** The checklist is no longer what the assessment was bound to. */
  'hash-differs',
  /** Nobody answered. */
  'unanswered',
  /** Answered, but somebody is still at it or was to look again. */
  'in-work',
  /** Met by law or for safety, with nothing to show. */
  'met-unproved',
  /** Met or partly, with nothing to show. */
  'no-evidence',
  /** Evidence that should be a file has none. */
  'evidence-empty',
  /** All that it rests on is in the trash or was disposed of. */
  'evidence-gone',
  /** A file came or was changed after the answer. */
  'evidence-newer',
  'not-met-no-finding',
  'partly-no-finding',
  /** Not applicable, and nobody says why. */
  'no-reason',
  /** A major finding that is open, with nothing done about it. */
  'major-no-action',
  'minor-no-action',
  'action-overdue',
  /** Met, while a finding about it is open. */
  'finding-at-met',
  /** Answered otherwise than measured, and nobody says why. */
  'disagreed-no-reason',
  /** Answered otherwise than measured, with a reason. */
  'disagreed',
  /** The workspace can measure it, and nobody had it measured. */
  'not-measured-yet',
  /** A newer version of the checklist is there. */
  'newer-version',
])
export type QualityKind = z.infer<typeof QualityKind>

/** What a finding of the check is known by: its kind and its control; null: of the whole. */
export const QualityMark = z.object({ kind: QualityKind, key: ControlKey.nullable() })
export type QualityMark = z.infer<typeof QualityMark>

export const QualityFinding = QualityMark.extend({
  /** An error stops the preparing; a warning is acknowledged. */
  level: z.enum(['error', 'warning']),
  /** Of its control. */
  clause: z.string().nullable(),
})
export type QualityFinding = z.infer<typeof QualityFinding>
