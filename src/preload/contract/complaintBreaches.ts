import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintNumber } from './complaintFields.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { Instant, Language, Line, Passage, PersonId } from './values.ts'

export const BreachId = z.uuid().brand<'BreachId'>()
export type BreachId = z.infer<typeof BreachId>

export const BreachNoticeId = z.uuid().brand<'BreachNoticeId'>()
export type BreachNoticeId = z.infer<typeof BreachNoticeId>

/** Who is told of a breach: the Commissioner, and the persons whose data it was (PDPA s.12B). */
export const BreachParty = z.enum(['commissioner', 'persons'])
export type BreachParty = z.infer<typeof BreachParty>

/** What of a person a breach is about; `sensitive` as the Act has it, such as health or belief. */
export const BreachField = z.enum([
  ...(['name', 'phone', 'email', 'identityNumber', 'address', 'what', 'files'] as const),
  'sensitive',
])
export type BreachField = z.infer<typeof BreachField>

/** Most complaints that one breach names one by one. Ours. */
export const mostBreachCases = 500

/** What the office knows of a breach; all of it may become better known later. */
export const BreachFields = z.object({
  what: Passage.min(1),
  from: Instant,
  /** Null while it goes on, or where nobody knows when it ended. */
  to: Instant.nullable(),
  /** When the office became aware of it: the 72 hours begin. */
  knownAt: Instant,
  /** How many persons; null where nobody knows yet. */
  people: z.number().int().min(0).max(100_000_000).nullable(),
  fields: z.array(BreachField).transform((fields) => [...new Set(fields)]),
  /** The office holds that somebody may come to significant harm. */
  harm: z.boolean(),
  consequences: Passage,
  measures: Passage,
  /** Whose use of the application the pack is about; null: everybody's. */
  personId: PersonId.nullable(),
  /** Which complaints the pack is about, as people type their numbers; none: all. */
  numbers: z.array(Line).max(mostBreachCases),
})
export type BreachFields = z.infer<typeof BreachFields>

/** That a party was told, or why it is not. */
export const BreachNotice = z.object({
  id: BreachNoticeId,
  party: BreachParty,
  outcome: z.enum(['told', 'not-needed']),
  at: Instant,
  /** By what way, or for which reason nobody is told. */
  how: z.string(),
  reference: z.string(),
  byName: z.string(),
})
export type BreachNotice = z.infer<typeof BreachNotice>

export const Breach = BreachFields.extend({
  id: BreachId,
  /** `PLG-2026-001`. */
  number: z.string(),
  version: z.number().int(),
  fields: z.array(BreachField),
  numbers: z.array(ComplaintNumber),
  personName: z.string().nullable(),
  /** One of each party at most. */
  notices: z.array(BreachNotice),
  byName: z.string(),
  at: Instant,
})
export type Breach = z.infer<typeof Breach>

/** How persons' data left what covers it, as the audit log knows it. */
export const BreachDeed = z.enum([
  ...(['shown', 'taken-out', 'saved', 'covered', 'access-file', 'file'] as const),
  ...(['answer-copied', 'answer-printed', 'letter-copied', 'letter-printed'] as const),
])
export type BreachDeed = z.infer<typeof BreachDeed>

/** An entry of the audit log with which data of persons was seen or left. */
export const BreachEntry = z.object({
  sequence: z.number().int(),
  at: Instant,
  /** Null where the application itself did it. */
  byName: z.string().nullable(),
  deed: BreachDeed,
  /** What could be read of those it is about. */
  fields: z.array(BreachField),
  /** How many complaints. */
  cases: z.number().int(),
  /** The first of them, by number. */
  numbers: z.array(z.string()),
  /** How many persons; entries of the register that are one person count once. */
  people: z.number().int(),
  /** Of something that was disposed of since: who it was about nobody can tell. */
  gone: z.boolean(),
})
export type BreachEntry = z.infer<typeof BreachEntry>

/** Numbers of complaints that an entry of a pack names; of more, the count is enough. Ours. */
export const mostNumbersNamed = 12

/** Who saw, printed or took out what of whom, in the time of a breach (trust check 23). */
export const BreachPack = z.object({
  breach: Breach,
  /** Until the end of the breach, or the moment the pack was made. */
  until: Instant,
  /** When it was made: the clocks stand as they stood then. */
  at: Instant,
  entries: z.array(BreachEntry),
  /** Distinct complaints and distinct persons over all entries. */
  cases: z.number().int(),
  people: z.number().int(),
  /** How many of the persons had each field kept of them where it could be read. */
  byField: z.array(z.object({ field: BreachField, people: z.number().int() })),
  /** Who did it, the most persons first. */
  byPerson: z.array(
    z.object({
      name: z.string().nullable(),
      entries: z.number().int(),
      cases: z.number().int(),
      people: z.number().int(),
    }),
  ),
  /** Entries of which nobody can tell who they were about. */
  gone: z.number().int(),
})
export type BreachPack = z.infer<typeof BreachPack>

const One = z.object({ id: BreachId })

export const complaintBreaches = {
  /** Those of which somebody is still to be told first, the first due first. */
  breaches: query(z.object({}), z.array(Breach)),
  /** Breaches of which somebody is to be told within the day, or should have been. */
  breachesDue: query(z.object({ state: StateCode }), DueToday),
  /** @throws `complaints.breach-times`, `complaints.breach-number`, `people.unknown` */
  addBreach: command(BreachFields, Breach),
  /** @throws as when it is added, and `complaints.changed-meanwhile` */
  changeBreach: command(BreachFields.extend({ id: BreachId, base: z.number().int() }), Breach),
  /** One that was entered in error. @throws `complaints.breach-told`: the record is kept 2 years */
  removeBreach: command(One, z.object({})),
  bringBackBreach: command(One, Breach),
  /** @throws `complaints.breach-notice-there`, `complaints.breach-notice-time` */
  tellBreach: command(
    One.extend({
      party: BreachParty,
      outcome: BreachNotice.shape.outcome,
      at: Instant,
      how: Passage.min(1),
      reference: z.string().trim().max(200),
    }),
    Breach,
  ),
  removeBreachNotice: command(z.object({ id: BreachNoticeId }), Breach),
  bringBackBreachNotice: command(z.object({ id: BreachNoticeId }), Breach),
  breachPack: query(One, BreachPack),
  /** The same for a spreadsheet, an entry of the log a row. */
  breachCsv: query(One.extend({ language: Language }), z.string()),
}
