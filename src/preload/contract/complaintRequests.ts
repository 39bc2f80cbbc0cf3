import { z } from 'zod'
import { command, job, query } from './call.ts'
import { StateDay } from './days.ts'
import {
  ComplainantId,
  ComplaintFields,
  ComplaintId,
  ComplaintNumber,
  Contact,
} from './complaintFields.ts'
import { ComplaintEvent } from './complaintEvents.ts'
import { TakeoutKind } from './complaintLeaving.ts'
import { Instant, Language, Line, Passage, PlainDate } from './values.ts'

/** Days within which a request about personal data is answered (PDPA 2010 s.31, s.35; our norm). */
export const requestDays = 21
/** Days by which that is extended once, with reasons in writing. */
export const extensionDays = 14

export const RequestId = z.uuid().brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

export const RequestKind = z.enum(['access', 'correction'])
export type RequestKind = z.infer<typeof RequestKind>

/** Somebody asks what is kept of them, or that it is corrected. */
export const PersonRequest = z.object({
  id: RequestId,
  /** `PD-2026-001`. */
  number: z.string(),
  kind: RequestKind,
  complainantId: ComplainantId,
  /** Covered. */
  name: z.string(),
  /** Their newest complaint; null where none is left. */
  complaintId: ComplaintId.nullable(),
  /** What was asked, covered. */
  asked: z.string(),
  receivedOn: PlainDate,
  /** The last day, whatever day of the week it is. */
  dueOn: PlainDate,
  /** The last working day of the office up to that. */
  answerBy: PlainDate,
  /** Why it takes longer; null: it was not extended. */
  extension: z.string().nullable(),
  state: z.enum(['open', 'answered', 'refused']),
  answeredOn: PlainDate.nullable(),
  /** What was answered, or why it was refused, covered. */
  answer: z.string(),
  byName: z.string(),
})
export type PersonRequest = z.infer<typeof PersonRequest>

export const DisclosureId = z.uuid().brand<'DisclosureId'>()
export type DisclosureId = z.infer<typeof DisclosureId>

/** What of a person was told to somebody outside, under which law. */
export const Disclosure = z.object({
  id: DisclosureId,
  complaintId: ComplaintId,
  number: ComplaintNumber,
  toWhom: z.string(),
  on: PlainDate,
  /** Which parts, in words. */
  what: z.string(),
  basis: z.string(),
  /** Written by the application itself: a forwarded letter, an access file. */
  automatic: z.boolean(),
  /** As what it was taken out with nothing covered, by `byName`; null: something else told it. */
  takeout: TakeoutKind.nullable(),
  byName: z.string(),
  at: Instant,
})
export type Disclosure = z.infer<typeof Disclosure>

/** Beside what is kept of a person: what it was before a correction, or what they say against it. */
export const PersonNote = z.object({
  id: z.uuid(),
  kind: z.enum(['corrected', 'disputed']),
  /** Covered. */
  text: z.string(),
  byName: z.string(),
  at: Instant,
})
export type PersonNote = z.infer<typeof PersonNote>

/** Everything kept of one person, with all entries that are them; nobody else's. */
export const AccessFile = z.object({
  request: PersonRequest,
  /** Names of the kinds, for paper. */
  kindNames: z.record(z.string(), z.object({ ms: z.string(), en: z.string() })),
  people: z.array(z.object({ contact: Contact, since: Instant })),
  complaints: z.array(
    z.object({
      id: ComplaintId,
      number: ComplaintNumber,
      fields: ComplaintFields,
      status: z.string(),
      events: z.array(ComplaintEvent),
      answers: z.array(z.object({ at: Instant, way: z.string(), text: z.string() })),
      forwardings: z.array(z.object({ at: Instant, agency: z.string(), text: z.string() })),
      files: z.array(z.object({ title: z.string(), fileName: z.string(), at: Instant })),
    }),
  ),
  notes: z.array(PersonNote),
  disclosures: z.array(Disclosure),
})
export type AccessFile = z.infer<typeof AccessFile>

/** A file that could not be read any more, and of which case it is. */
export const RefusedFile = z.object({ number: ComplaintNumber, title: z.string() })
export type RefusedFile = z.infer<typeof RefusedFile>

const Count = z.number().int().min(0)
const One = z.object({ id: RequestId })
const Person = z.object({ complainantId: ComplainantId })

export const complaintRequests = {
  /** Those that are open first, the first due first. */
  requests: query(z.object({}), z.array(PersonRequest)),
  /** Of one person and all entries that are them, the newest first. */
  rightsOf: query(
    Person,
    z.object({
      requests: z.array(PersonRequest),
      disclosures: z.array(Disclosure),
      notes: z.array(PersonNote),
    }),
  ),
  /** Every day from when a request came to its last, and why the office does not work on it. */
  requestDays: query(One, z.array(StateDay)),
  /** @throws `complaints.received-later` */
  addRequest: command(
    Person.extend({ kind: RequestKind, asked: Passage.min(1), receivedOn: PlainDate }),
    PersonRequest,
  ),
  /** Once, before the first days are over. @throws `complaints.request-extended`, `…-late` */
  extendRequest: command(One.extend({ reason: Passage.min(1) }), PersonRequest),
  /** @throws `complaints.request-answered` */
  answerRequest: command(
    One.extend({
      outcome: z.enum(['answered', 'refused']),
      on: PlainDate,
      answer: Passage.min(1),
    }),
    PersonRequest,
  ),
  reopenRequest: command(One, PersonRequest),
  /** Corrects what is kept of a person and keeps what it was in a note (s.34). */
  correctPerson: command(
    z.object({ complaintId: ComplaintId, contact: Contact, why: Passage.min(1) }),
    z.object({}),
  ),
  /** What a person says against what the office keeps; it stays beside it (s.37). */
  annexNote: command(Person.extend({ text: Passage.min(1) }), z.object({})),
  addDisclosure: command(
    z.object({
      complaintId: ComplaintId,
      toWhom: Line,
      on: PlainDate,
      what: Line,
      basis: Line,
    }),
    Disclosure,
  ),
  removeDisclosure: command(z.object({ id: DisclosureId }), z.object({})),
  bringBackDisclosure: command(z.object({ id: DisclosureId }), Disclosure),
  /** Writes into both logs that the file of a request is printed for its person. */
  openAccessFile: command(One, z.object({})),
  accessFile: query(One, AccessFile),
  /**
   * Saves the files of all their cases into a new folder, each as it leaves: redacted where it is,
   * pictures without what they say of people. All or nothing, but for what is damaged.
   * @param within where the folder is made
   * @throws `complaints.no-access-files`, `people.not-allowed`; what the disk refuses (`images.…`)
   */
  saveAccessFiles: job(
    One.extend({ within: z.string().min(1) }),
    z.object({ folder: z.string(), saved: Count, refused: z.array(RefusedFile) }),
    z.object({ done: Count, total: Count }),
  ),
  /** The file line by line, for a spreadsheet. */
  accessCsv: query(One.extend({ language: Language }), z.string()),
}
