import { answerPlaceholders, placeholderMark } from '#contract/answerText'
import type { AnswerId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { GroupAnswer, GroupReply } from '#contract/complaintGroupAnswers'
import { waitsForReview } from '../answers/answerView'

/** One answer among those to a group. */
export type GroupedAnswer = GroupAnswer['answers'][number]

/** A complainant of the group: what they would be told, and their answer once it was begun. */
export interface Recipient {
  readonly id: ComplaintId
  readonly reply: GroupReply
  readonly answer: GroupedAnswer | null
}

/** @param begun null while the text is still to be given to anybody */
export function recipientsOf(
  replies: readonly GroupReply[],
  begun: GroupAnswer | null,
): Recipient[] {
  const all = replies.map((reply) => ({
    ...{ id: reply.id, reply },
    answer: begun?.answers.find(({ complaintId }) => complaintId === reply.id) ?? null,
  }))
  return begun === null ? all : all.filter(({ answer }) => answer !== null)
}

/** What may be done to the answers that are chosen. */
export interface Deeds {
  readonly review: readonly GroupedAnswer[]
  readonly print: readonly GroupedAnswer[]
  readonly send: readonly GroupedAnswer[]
  readonly unsend: readonly GroupedAnswer[]
  readonly remove: readonly GroupedAnswer[]
}

/** @param isOwn whether whoever sits here wrote of an answer: another person reviews it */
export function deedsOf(
  recipients: readonly Recipient[],
  chosen: ReadonlySet<ComplaintId>,
  isOwn: (answer: GroupedAnswer) => boolean,
): Deeds {
  const picked = recipients.filter(({ id }) => chosen.has(id))
  const answers = picked.flatMap(({ answer }) => answer ?? [])
  const whole = picked.flatMap(({ answer, reply }) =>
    answer === null || waitsForReview(answer) || (isOpen(answer) && reply.problems.length > 0)
      ? []
      : [answer],
  )
  return {
    review: answers.filter((answer) => waitsForReview(answer) && !isOwn(answer)),
    print: whole,
    send: whole.filter(isOpen),
    unsend: answers.filter((answer) => !isOpen(answer)),
    remove: answers.filter(isOpen),
  }
}

function isOpen({ status }: GroupedAnswer): boolean {
  return status !== 'sent'
}

export function idsOf(answers: readonly GroupedAnswer[]): AnswerId[] {
  return answers.map(({ id }) => id)
}

export function basedOn(answers: readonly GroupedAnswer[]) {
  return answers.map(({ id, version }) => ({ id, base: version }))
}

/** Places of a text that no case ever fills: they stop all of it. */
export function unknownPlaces(replies: readonly GroupReply[]): string[] {
  const found = replies.flatMap(({ problems }) =>
    problems.filter(({ problem }) => problem === 'unknown').map(({ placeholder }) => placeholder),
  )
  return [...new Set(found)]
}

export const knownPlaces = answerPlaceholders.map(placeholderMark).join(' ')
