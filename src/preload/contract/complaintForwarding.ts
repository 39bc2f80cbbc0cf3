import { z } from 'zod'
import { command, query } from './call.ts'
import { LetterPrint, PrintId } from './complaintAnswers.ts'
import { ComplaintId } from './complaintFields.ts'
import { longestAnswer, ReferenceKey } from './reference.ts'
import { Instant, Language, Passage } from './values.ts'

export const ForwardingId = z.uuid().brand<'ForwardingId'>()
export type ForwardingId = z.infer<typeof ForwardingId>

/** What became of a complaint that was forwarded: they answered it, sent it back, or said nothing. */
export const ForwardingOutcome = z.enum(['answered', 'returned', 'no-answer'])
export type ForwardingOutcome = z.infer<typeof ForwardingOutcome>

export const ReminderId = z.uuid().brand<'ReminderId'>()
export type ReminderId = z.infer<typeof ReminderId>

/** What an agency was written that had not answered, as it left, covered. */
export const Reminder = z.object({
  id: ReminderId,
  language: Language,
  text: z.string(),
  at: Instant,
  byName: z.string(),
  letterNumber: z.string().nullable(),
  prints: z.array(LetterPrint),
})
export type Reminder = z.infer<typeof Reminder>

/** A complaint in the hands of another: to whom, until when it is asked, and what became of it. */
export const Forwarding = z.object({
  id: ForwardingId,
  complaintId: ComplaintId,
  /** Key of an agency. */
  agency: ReferenceKey,
  /** It came to the wrong door and should have gone there (KKS M counts those). */
  outside: z.boolean(),
  language: Language,
  /** What was written to them, covered; empty where they were told otherwise. */
  text: z.string(),
  at: Instant,
  byName: z.string(),
  /** When it is asked what became of it; by its own clock. */
  dueAt: Instant,
  /** How often they were reminded. */
  reminders: z.number().int().min(0),
  /** Those of them that were written, newest first. */
  reminded: z.array(Reminder),
  outcome: z
    .object({ kind: ForwardingOutcome, at: Instant, note: z.string(), byName: z.string() })
    .nullable(),
  letterNumber: z.string().nullable(),
  prints: z.array(LetterPrint),
})
export type Forwarding = z.infer<typeof Forwarding>

const One = z.object({ id: ForwardingId })
/** @returns so many of them that one command is about them all */
const some = <Id extends z.ZodType>(id: Id) =>
  z
    .array(id)
    .min(1)
    .max(1_000)
    .refine((ids) => new Set(ids).size === ids.length)

export const complaintForwarding = {
  /** Newest first. */
  forwardings: query(z.object({ id: ComplaintId }), z.array(Forwarding)),
  /**
   * Hands one complaint or many to another, all or none, each with a letter and a clock of its own.
   * `outside`: they are outside JKR's jurisdiction; where they should have gone is kept with them.
   * @throws `complaints.unknown-agency`, `complaints.not-from-here`, `complaints.answer-open`
   */
  forward: command(
    z.object({
      ids: some(ComplaintId),
      agency: ReferenceKey,
      outside: z.boolean(),
      language: Language,
      /** With placeholders, filled for each. */
      text: z.string().trim().max(longestAnswer),
    }),
    z.array(Forwarding),
  ),
  /** They were not forwarded after all: the step goes back with it. */
  unforward: command(z.object({ ids: some(ForwardingId) }), z.array(Forwarding)),
  /**
   * They are asked again; the follow-up begins anew. What is written to them is kept as it left.
   * @throws `complaints.answer-open`
   */
  remindAgency: command(
    One.extend({
      language: Language,
      /** With placeholders; empty: they were asked by word of mouth. */
      text: z.string().trim().max(longestAnswer),
    }),
    Forwarding,
  ),
  /** A reminder with nothing covered, to be copied; it is kept who took it. */
  takeReminder: command(z.object({ id: ReminderId }), z.object({ text: z.string() })),
  printReminder: command(z.object({ id: ReminderId }), z.object({ printId: PrintId })),
  /** What is returned is taken up again. */
  recordOutcome: command(One.extend({ outcome: ForwardingOutcome, note: Passage }), Forwarding),
  takeBackOutcome: command(One, Forwarding),
  /** The letter with nothing covered, to be copied; it is kept who took it. */
  takeForwarding: command(One, z.object({ text: z.string() })),
  printForwarding: command(One, z.object({ printId: PrintId })),
}
