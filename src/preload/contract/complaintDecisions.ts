import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Instant, Passage, PersonId, PlainDate } from './values.ts'

export const DecisionId = z.uuid().brand<'DecisionId'>()
export type DecisionId = z.infer<typeof DecisionId>

/** What a meeting decided about a case: what is to be done, by whom, and until when. */
export const DecisionInput = z.object({
  /** Who acts; null: nobody is named. */
  personId: PersonId.nullable(),
  text: Passage.min(1),
  /** Null: no day was set. */
  dueOn: PlainDate.nullable(),
})
export type DecisionInput = z.infer<typeof DecisionInput>

export const Decision = DecisionInput.extend({
  id: DecisionId,
  complaintId: ComplaintId,
  number: ComplaintNumber,
  status: ComplaintStatus,
  /** Covered. */
  text: z.string(),
  metOn: PlainDate,
  personName: z.string(),
  byName: z.string(),
  doneAt: Instant.nullable(),
  doneByName: z.string(),
})
export type Decision = z.infer<typeof Decision>

const One = z.object({ id: DecisionId })

/** What meetings decide goes back to the cases, and is followed until it is done. */
export const complaintDecisions = {
  /** Of one case, the newest meeting first. */
  decisionsOf: query(z.object({ id: ComplaintId }), z.array(Decision)),
  /** Of one meeting; without a day all that are not done, what is due first. */
  decisions: query(z.object({ metOn: PlainDate.nullable() }), z.array(Decision)),
  /** @throws `complaints.met-later` for a meeting that was not held yet, `people.unknown` */
  addDecision: command(
    DecisionInput.extend({ complaintId: ComplaintId, metOn: PlainDate }),
    Decision,
  ),
  changeDecision: command(One.extend(DecisionInput.shape), Decision),
  finishDecision: command(One, Decision),
  /** It is not done after all. */
  resumeDecision: command(One, Decision),
  removeDecision: command(One, z.object({})),
  bringBackDecision: command(One, Decision),
}
