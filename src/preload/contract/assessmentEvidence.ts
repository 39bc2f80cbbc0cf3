import { z } from 'zod'
import { isWebAddress } from './accounts.ts'
import { AssessmentId, EvidenceId, EvidenceUseId } from './assessmentIds.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { command, query } from './call.ts'
import { ComplaintNumber } from './complaintFields.ts'
import { ControlKey } from './frameworks.ts'
import { PostId } from './postIds.ts'
import { ImageId, Instant, Line } from './values.ts'

/** A whole web address, `http` or `https`. */
export const WebLink = z.string().trim().max(2_000).refine(isWebAddress)

/** What a person offers as evidence. Files are attached to it (owner `evidence`), newest valid. */
export const NewEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), title: Line }),
  z.object({ kind: z.literal('link'), title: Line, url: WebLink }),
  z.object({ kind: z.literal('post'), postId: PostId }),
  /** As people type it (`ADU-2026-000123`, `2026/123`). */
  z.object({ kind: z.literal('complaint'), number: Line }),
  z.object({ kind: z.literal('image'), imageId: ImageId }),
])
export type NewEvidence = z.infer<typeof NewEvidence>

/** A piece of evidence. The same piece may stand at several controls, in several assessments. */
export const Evidence = z.object({
  id: EvidenceId,
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('file') }),
    z.object({ kind: z.literal('link'), url: z.string() }),
    z.object({ kind: z.literal('post'), postId: PostId }),
    z.object({ kind: z.literal('complaint'), number: ComplaintNumber }),
    z.object({ kind: z.literal('image'), imageId: ImageId }),
  ]),
  /** Of a post or an image as it is called now. */
  title: z.string(),
  /** What it points to is in the trash or was disposed of. */
  isGone: z.boolean(),
  addedAt: Instant,
  addedBy: z.string(),
  /** At how many controls it stands, of whatever assessment. */
  uses: z.number().int().min(0),
})
export type Evidence = z.infer<typeof Evidence>

export const AssessmentEvidence = z.object({
  useId: EvidenceUseId,
  key: ControlKey,
  evidence: Evidence,
})
export type AssessmentEvidence = z.infer<typeof AssessmentEvidence>

/** Where a piece of evidence that could be used again stands now. */
export const EvidenceElsewhere = z.object({
  evidence: Evidence,
  clause: z.string(),
  subject: AssessmentSubject,
  subjectName: z.string(),
  period: AssessmentPeriod,
})
export type EvidenceElsewhere = z.infer<typeof EvidenceElsewhere>

const AtControl = z.object({ id: AssessmentId, key: ControlKey })
const OneUse = z.object({ useId: EvidenceUseId })

export const assessmentEvidence = {
  /** @throws `posts.unknown`, `images.unknown`, `complaints.unknown` */
  addEvidence: command(AtControl.extend({ evidence: NewEvidence }), AssessmentEvidence),
  /** The same piece here too. @throws `compliance.evidence-there` */
  reuseEvidence: command(AtControl.extend({ evidenceId: EvidenceId }), AssessmentEvidence),
  /** Takes it off this control; the piece stays with its files. */
  removeEvidence: command(OneUse, AssessmentEvidence),
  bringBackEvidence: command(OneUse, AssessmentEvidence),
  /** What stands elsewhere and not at this control: of the same control first, then the newest. */
  evidenceElsewhere: query(AtControl, z.array(EvidenceElsewhere)),
}
