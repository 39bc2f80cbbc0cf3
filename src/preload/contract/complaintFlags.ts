import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplainantId, ComplaintId } from './complaintFields.ts'
import { Instant, Passage, PersonId, PlainDate } from './values.ts'

export const FlagId = z.uuid().brand<'FlagId'>()
export type FlagId = z.infer<typeof FlagId>

/**
 * That dealings with a complainant need care: in force only with a reason, another person's approval
 * and a day on which it is reviewed (table B 29). It hides nothing: a new complaint is a complaint.
 */
export const ComplainantFlag = z.object({
  id: FlagId,
  complainantId: ComplainantId,
  reason: z.string(),
  reviewOn: PlainDate,
  askedBy: PersonId,
  askedByName: z.string(),
  askedAt: Instant,
  /** Null: it waits, and is not in force. */
  approvedByName: z.string().nullable(),
  approvedAt: Instant.nullable(),
})
export type ComplainantFlag = z.infer<typeof ComplainantFlag>

/** A flag whose day of review has come, or that waits for its approval. */
export const DueFlag = ComplainantFlag.extend({
  /** Covered. */
  name: z.string(),
  /** Their newest complaint. */
  complaintId: ComplaintId,
})
export type DueFlag = z.infer<typeof DueFlag>

const One = z.object({ id: FlagId })

export const complaintFlags = {
  /** Null: there is none. */
  flag: query(z.object({ complainantId: ComplainantId }), ComplainantFlag.nullable()),
  /** Those to be approved or reviewed by today, the first day first. */
  flagsDue: query(z.object({}), z.array(DueFlag)),
  /** @throws `complaints.flag-there`, `complaints.review-past` */
  askFlag: command(
    z.object({
      complainantId: ComplainantId,
      reason: Passage.min(1),
      reviewOn: PlainDate,
    }),
    ComplainantFlag,
  ),
  /** @throws `complaints.own-flag`: another person approves it */
  approveFlag: command(One, ComplainantFlag),
  /** It was reviewed and stays, until another day. */
  keepFlag: command(One.extend({ reviewOn: PlainDate }), ComplainantFlag),
  endFlag: command(One, ComplainantFlag),
  bringBackFlag: command(One, ComplainantFlag),
}
