import { z } from 'zod'
import { PlaceholderProblem } from './answerText.ts'
import { command, query } from './call.ts'
import { AddressState, Answer, AnswerId, Letter, PrintId } from './complaintAnswers.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { longestAnswer, ReferenceKey } from './reference.ts'
import { Instant, Language } from './values.ts'

/** What the answers that were begun together share. */
export const TogetherId = z.uuid().brand<'TogetherId'>()
export type TogetherId = z.infer<typeof TogetherId>

/** What one complainant of a group would be told: the name in it stands covered. */
export const GroupReply = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  /** Covered; null: gave none. */
  name: z.string().nullable(),
  /** How they came, and so are likely to be answered. */
  channel: ReferenceKey,
  preview: z.string(),
  /** While there is one, this answer cannot leave. */
  problems: z.array(PlaceholderProblem),
  address: AddressState,
})
export type GroupReply = z.infer<typeof GroupReply>

/** One text to many: an answer of its own for each complainant, begun together. */
export const GroupAnswer = z.object({
  id: TogetherId,
  kind: ReferenceKey.nullable(),
  language: Language,
  /** As it was written to all, its places open. */
  text: z.string(),
  begunAt: Instant,
  byName: z.string(),
  /** In the order of the complaints' numbers. */
  answers: z.array(
    Answer.extend({
      number: ComplaintNumber,
      /** Somebody wrote other words to this one. */
      ownWords: z.boolean(),
    }),
  ),
})
export type GroupAnswer = z.infer<typeof GroupAnswer>

const mostAtOnce = 1_000
const One = z.object({ id: ComplaintId })
const Text = z.string().max(longestAnswer)
const Ids = z.object({ ids: z.array(AnswerId).min(1).max(mostAtOnce) })
const Based = z.object({
  answers: z
    .array(z.object({ id: AnswerId, base: z.number().int().positive() }))
    .min(1)
    .max(mostAtOnce),
})

/**
 * One answer to a whole group (mail merge). Each complainant gets an answer in their own case, which
 * is reviewed, printed and marked as sent like any other; what is done to many here is done to each.
 */
export const complaintGroupAnswers = {
  /** What each of a group would be told by a text; the master case first, then by number. */
  groupReplies: query(One.extend({ text: Text, language: Language }), z.array(GroupReply)),
  /** What the group was or is going to be told, newest first. */
  groupAnswers: query(One, z.array(GroupAnswer)),
  /**
   * Begins an answer in each of these cases.
   * @throws `complaints.not-grouped`, `complaints.answer-empty`, `complaints.answer-open` where a
   *   place is none that is known
   */
  beginReplies: command(
    One.extend({
      ids: z.array(ComplaintId).min(1).max(mostAtOnce),
      ...{ kind: ReferenceKey.nullable(), language: Language, text: Text },
    }),
    z.object({ id: TogetherId, ids: z.array(AnswerId) }),
  ),
  /** Writes anew to all who were not answered yet; whoever got other words keeps them. */
  writeReplies: command(
    z.object({ id: TogetherId, text: Text }),
    z.object({ written: z.number().int(), kept: z.number().int() }),
  ),
  removeReplies: command(Ids, z.object({})),
  bringBackReplies: command(Ids, z.object({})),
  reviewReplies: command(Based, z.object({})),
  unreviewReplies: command(Ids, z.object({})),
  /** Numbers and prints the letters of these answers. */
  printReplies: command(Ids, z.object({ printIds: z.array(PrintId) })),
  /** For the person who printed them. */
  letters: query(z.object({ printIds: z.array(PrintId).min(1).max(mostAtOnce) }), z.array(Letter)),
  /** They left; `way` null: each by the channel by which its complaint came. */
  sendReplies: command(
    Based.extend({ at: Instant, way: ReferenceKey.nullable() }),
    z.object({ sent: z.number().int() }),
  ),
  /** They did not leave after all. */
  unsendReplies: command(Ids, z.object({})),
}
