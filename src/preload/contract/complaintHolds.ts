import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { Instant, Passage, PlainDate } from './values.ts'

export const HoldId = z.uuid().brand<'HoldId'>()
export type HoldId = z.infer<typeof HoldId>

/**
 * That a case is kept whatever its retention says, because a court, an inquiry or an audit may ask
 * for it. Nothing under a hold is disposed of.
 */
export const LegalHold = z.object({
  id: HoldId,
  complaintId: ComplaintId,
  number: ComplaintNumber,
  /** Covered. */
  reason: z.string(),
  byName: z.string(),
  at: Instant,
  /** When somebody looks whether it is still needed. */
  reviewOn: PlainDate,
  endedAt: Instant.nullable(),
  endedByName: z.string().nullable(),
  /** Why it was lifted; empty while it stands. */
  endReason: z.string(),
})
export type LegalHold = z.infer<typeof LegalHold>

const One = z.object({ id: HoldId })

export const complaintHolds = {
  /** Of one case, those that were lifted too, the newest first. */
  holdsOf: query(z.object({ id: ComplaintId }), z.array(LegalHold)),
  /** All that stand, the first to be reviewed first. */
  holds: query(z.object({}), z.array(LegalHold)),
  /** @throws `complaints.hold-there`, `complaints.review-past` */
  setHold: command(
    z.object({ id: ComplaintId, reason: Passage.min(1), reviewOn: PlainDate }),
    LegalHold,
  ),
  /** It was reviewed and stays, until another day. @throws `complaints.review-past` */
  keepHold: command(One.extend({ reviewOn: PlainDate }), LegalHold),
  endHold: command(One.extend({ reason: Passage.min(1) }), LegalHold),
  bringBackHold: command(One, LegalHold),
}
