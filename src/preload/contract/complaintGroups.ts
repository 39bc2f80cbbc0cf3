import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplainantId, ComplaintId, CoveredComplainant } from './complaintFields.ts'
import { ComplaintEvent } from './complaintEvents.ts'
import { ComplaintRow } from './complaints.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Passage } from './values.ts'

/** Many complaints that are looked into as one; each keeps its number, clocks and answers. */
export const ComplaintGroup = z.object({
  master: ComplaintRow,
  /** Oldest first, without the master. */
  members: z.array(ComplaintRow),
  /** Notes and steps of the master: how the investigation goes; newest first. */
  news: z.array(ComplaintEvent),
})
export type ComplaintGroup = z.infer<typeof ComplaintGroup>

/** What a complaint has to do with others. */
export const ComplaintTies = z.object({
  /** Null: it is looked into by itself. */
  group: ComplaintGroup.nullable(),
  /** Of a duplicate: what it repeats. */
  repeats: ComplaintRow.nullable(),
  /** Duplicates of this one, oldest first. */
  repeatedBy: z.array(ComplaintRow),
})
export type ComplaintTies = z.infer<typeof ComplaintTies>

const One = z.object({ id: ComplaintId })
const Some = z
  .array(ComplaintId)
  .min(1)
  .max(1_000)
  .refine((ids) => new Set(ids).size === ids.length)
const Person = z.object({ id: ComplainantId })

export const complaintGroups = {
  ties: query(One, ComplaintTies),
  /**
   * Puts complaints under a master case; the master itself among the ids is passed over. Answers
   * who joined.
   * @throws `complaints.in-another-group`, `complaints.leads-a-group` for one that is master of
   *   others, `complaints.not-to-group` for what was voided
   */
  group: command(
    z.object({ ids: Some, masterId: ComplaintId }),
    z.object({ joined: z.array(ComplaintId) }),
  ),
  /**
   * Takes complaints out of their groups; a master among them ends its group. Answers who left what.
   * @throws `complaints.not-grouped`
   */
  ungroup: command(
    z.object({ ids: Some }),
    z.object({ before: z.array(z.object({ id: ComplaintId, masterId: ComplaintId })) }),
  ),
  /**
   * Settles complaints as duplicates of another one.
   * @throws `complaints.not-from-here`, `complaints.repeats-itself`, `complaints.repeats-a-repeat`
   */
  markRepeat: command(
    z.object({ ids: Some, ofId: ComplaintId, reason: Passage }),
    z.object({ before: z.array(z.object({ id: ComplaintId, status: ComplaintStatus })) }),
  ),
  /**
   * Takes that back: each stands where it stood before, and was not reopened.
   * @throws `complaints.no-repeat`
   */
  unmarkRepeat: command(
    z.object({ ids: Some }),
    z.object({ after: z.array(z.object({ id: ComplaintId, status: ComplaintStatus })) }),
  ),
  /** Who may be the same person, by phone, e-mail, identity number or whole name; and who is. */
  samePeople: query(
    Person,
    z.object({
      possible: z.array(CoveredComplainant),
      joined: z.array(CoveredComplainant),
      /** Of those that are joined: who points to whom they are, and can be parted. */
      pointing: z.array(ComplainantId),
    }),
  ),
  /**
   * Two people of the register are one; each complaint keeps what was given with it.
   * @throws `complaints.same-already`, `complaints.leads-people` for one that others are
   */
  joinPeople: command(Person.extend({ asId: ComplainantId }), z.object({})),
  /** @throws `complaints.not-joined` */
  partPeople: command(Person, z.object({})),
}
