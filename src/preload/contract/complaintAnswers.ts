import { z } from 'zod'
import { OptionalWebsite } from './accounts.ts'
import { PlaceholderProblem } from './answerText.ts'
import { command, query } from './call.ts'
import { ClockName } from './clockLimits.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { longestAnswer, ReferenceKey } from './reference.ts'
import { Instant, Language, PersonId } from './values.ts'

export const AnswerId = z.uuid().brand<'AnswerId'>()
export type AnswerId = z.infer<typeof AnswerId>

/** Where an answer stands: being written, read by another person, or gone. */
export const AnswerStatus = z.enum(['draft', 'reviewed', 'sent'])
export type AnswerStatus = z.infer<typeof AnswerStatus>

/** How an answer left: the application is offline, a person sent it. */
export const Sending = z.object({
  at: Instant,
  /** Key of a complaint channel. */
  way: ReferenceKey,
  /** Where it stands in public; empty where nowhere. */
  url: OptionalWebsite,
})
export type Sending = z.infer<typeof Sending>

/** One printing of a letter. */
export const LetterPrint = z.object({
  at: Instant,
  byName: z.string(),
  /** 1 for the first one; what follows is a reprint. */
  copy: z.number().int().positive(),
})
export type LetterPrint = z.infer<typeof LetterPrint>

/** An answer to a complainant. What tells who somebody is stands covered in its text. */
export const Answer = z.object({
  id: AnswerId,
  complaintId: ComplaintId,
  /** Key of a standard answer; null: written freely. */
  kind: ReferenceKey.nullable(),
  language: Language,
  /** With its places open; once sent as it was sent. */
  text: z.string(),
  status: AnswerStatus,
  /** Another person reads it before it is sent. */
  needsReview: z.boolean(),
  version: z.number().int().positive(),
  writtenByName: z.string(),
  /** Whoever wrote of it cannot review it. */
  writers: z.array(PersonId),
  changedAt: Instant,
  reviewedByName: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  /** It was reviewed, and changed after that: it waits for a review again. */
  reviewVoided: z.boolean(),
  sent: Sending.extend({ byName: z.string() }).nullable(),
  /** `ADU-2026-000123/1`; null: never printed. */
  letterNumber: z.string().nullable(),
  prints: z.array(LetterPrint),
})
export type Answer = z.infer<typeof Answer>

/** What an answer should be, and where that stands; hints, they stop nothing. */
export const ToneRule = z.enum([
  ...(['capitals', 'exclamation', 'blame', 'greeting', 'thanks', 'number', 'personal'] as const),
])
export type ToneRule = z.infer<typeof ToneRule>

export const ToneHint = z.object({
  rule: ToneRule,
  clause: z.string(),
  /** The words it is about; empty where something is missing. */
  words: z.string(),
})
export type ToneHint = z.infer<typeof ToneHint>

/** Whether a letter can be addressed. */
export const AddressState = z.enum(['complete', 'no-postcode', 'missing'])
export type AddressState = z.infer<typeof AddressState>

/** A text as it would leave, its places filled; the name in it stands covered. */
export const AnswerCheck = z.object({
  preview: z.string(),
  /** While there is one, the answer cannot leave. */
  problems: z.array(PlaceholderProblem),
  hints: z.array(ToneHint),
  address: AddressState,
})
export type AnswerCheck = z.infer<typeof AnswerCheck>

/** A letter as it is printed, nothing covered. */
export const Letter = z.object({
  /** An answer to the complainant, or to an agency what it is asked or reminded of. */
  kind: z.enum(['answer', 'forwarding', 'reminder']),
  complaint: ComplaintNumber,
  number: z.string(),
  copy: z.number().int().positive(),
  language: Language,
  at: Instant,
  to: z.array(z.string()),
  text: z.string(),
  /** Who wrote it, and signs it. */
  signer: z.object({ name: z.string(), post: z.string() }),
})
export type Letter = z.infer<typeof Letter>

export const PrintId = z.uuid().brand<'PrintId'>()
export type PrintId = z.infer<typeof PrintId>

const One = z.object({ id: AnswerId })
const Base = One.extend({ base: z.number().int().positive() })
const Text = z.string().max(longestAnswer)

export const complaintAnswers = {
  /** Newest first. */
  answers: query(z.object({ id: ComplaintId }), z.array(Answer)),
  /** The text of an answer as it was written, for who works on it: its places stand open. */
  answerText: query(One, z.object({ text: z.string() })),
  checkAnswer: query(
    z.object({
      ...{ id: ComplaintId, text: Text, language: Language },
      /** To whom it is going to be forwarded; else who has it, or who answers first. */
      agency: ReferenceKey.optional(),
    }),
    AnswerCheck,
  ),
  /** Begins an answer; of a standard one with its words. */
  beginAnswer: command(
    z.object({ id: ComplaintId, kind: ReferenceKey.nullable(), language: Language }),
    Answer,
  ),
  /**
   * Keeps what is written; a review that was given is void.
   * @throws `complaints.changed-meanwhile`, `complaints.answer-sent`
   */
  writeAnswer: command(Base.extend({ text: Text }), Answer),
  removeAnswer: command(One, Answer),
  bringBackAnswer: command(One, Answer),
  /** @throws `complaints.own-answer`, `complaints.answer-open` while a place cannot be filled */
  reviewAnswer: command(Base, Answer),
  /** Takes the review back. */
  unreviewAnswer: command(One, Answer),
  /**
   * Gives the text with nothing covered, to be copied; it is kept who took it.
   * @throws `complaints.answer-open`, `complaints.answer-unreviewed`
   */
  takeAnswer: command(One, z.object({ text: z.string() })),
  /** Gives a letter its number at its first printing, and counts the printings. */
  printAnswer: command(One, z.object({ printId: PrintId })),
  /** For the person who printed it. */
  letter: query(z.object({ printId: PrintId }), Letter),
  /**
   * The answer left: when, by which channel, and where it stands. Clocks that it meets are recorded.
   * @throws `complaints.answer-open`, `complaints.answer-unreviewed`, `complaints.met-later`
   */
  sendAnswer: command(Base.extend(Sending.shape), Answer.extend({ met: z.array(ClockName) })),
  /** It did not leave after all; the clocks it met are taken back. */
  unsendAnswer: command(One, Answer),
}
