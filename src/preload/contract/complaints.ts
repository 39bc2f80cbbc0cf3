import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command, query, scratch } from './call.ts'
import {
  ComplainantChoice,
  ComplainantId,
  ComplaintFields,
  ComplaintId,
  ComplaintNumber,
  Contact,
  CoveredComplainant,
} from './complaintFields.ts'
import { figureChoices } from './complaintFigures.ts'
import { FoundIn } from './complaintFoundIn.ts'
import { ComplaintEvent, ComplaintEventId } from './complaintEvents.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Difficulty, Severity } from './complaintWeight.ts'
import { ReferenceKey } from './reference.ts'
import { RoadCode } from './roads.ts'
import { StateCode } from './states.ts'
import { Instant, Passage, PersonId, PlainDate } from './values.ts'

/**
 * A complaint as it is now. What tells who somebody is stands covered in it, in the text as well;
 * `reveal` uncovers it, for the record.
 */
export const Complaint = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  fields: ComplaintFields,
  /** Its number in the register it came from; empty where it was registered here. */
  oldReference: z.string(),
  /** It came in from a sheet. */
  imported: z.boolean(),
  /** Null: anonymous. */
  complainant: CoveredComplainant.nullable(),
  /** Something in the text or of the person stands covered. */
  covered: z.boolean(),
  status: ComplaintStatus,
  statusAt: Instant,
  /** Why; empty where the step asks for no reason. */
  statusReason: z.string(),
  /** How often it was taken up again after it was settled. */
  reopened: z.number().int().min(0),
  assigneeId: PersonId.nullable(),
  enteredAt: Instant,
  enteredByName: z.string(),
  changedAt: Instant,
  /** Counts up with every change: a newer one is not written over. */
  version: z.number().int().positive(),
})
export type Complaint = z.infer<typeof Complaint>

/** A complaint in a list. */
export const ComplaintRow = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  status: ComplaintStatus,
  channel: ReferenceKey,
  receivedAt: Instant,
  kind: ReferenceKey,
  subKind: ReferenceKey.nullable(),
  urgent: ReferenceKey.nullable(),
  /** The beginning of what happened, covered. */
  excerpt: z.string(),
  state: StateCode.nullable(),
  district: z.string(),
  road: RoadCode.nullable(),
  fromMetres: z.number().int().nullable(),
  toMetres: z.number().int().nullable(),
  place: z.string(),
  /** Covered; null: anonymous. */
  complainantName: z.string().nullable(),
  assigneeId: PersonId.nullable(),
  /** When the first of its clocks runs out; null where none does. */
  nextDue: Instant.nullable(),
  /**
   * When the first of its clocks has used each part of its time that the ladder warns of; empty where
   * none runs.
   */
  usedAt: z.array(Instant).max(3),
  /** Its clocks that may stand still do. */
  paused: z.boolean(),
  /** It is looked into with others: with which master case, and how many they are with it. */
  group: z
    .object({ masterId: ComplaintId, number: ComplaintNumber, size: z.number().int().min(1) })
    .nullable(),
  /** Kept whatever its retention says. */
  held: z.boolean(),
  changedAt: Instant,
})
export type ComplaintRow = z.infer<typeof ComplaintRow>

/** What the list shows; an empty choice leaves nothing out. */
export const ComplaintFilter = z.object({
  statuses: z.array(ComplaintStatus).max(20).default([]),
  kinds: z.array(ReferenceKey).max(100).default([]),
  subKinds: z.array(ReferenceKey).max(200).default([]),
  channels: z.array(ReferenceKey).max(100).default([]),
  accountIds: z.array(AccountId).max(200).default([]),
  states: z.array(StateCode).max(20).default([]),
  assigneeIds: z.array(PersonId).max(200).default([]),
  severities: z.array(Severity).max(10).default([]),
  difficulties: z.array(Difficulty).max(10).default([]),
  /** Only what waits for JKR. */
  open: z.boolean().default(false),
  urgent: z.boolean().default(false),
  /** Only those with a clock that ran out. */
  late: z.boolean().default(false),
  /** Only those with a clock that runs out today, or ran out. */
  dueToday: z.boolean().default(false),
  /** Only those with a clock that used the second, or the third, such part or more; late ones too. */
  used75: z.boolean().default(false),
  used90: z.boolean().default(false),
  /** Only those of which by the ladder the approver, or the head, must know. */
  toApprover: z.boolean().default(false),
  toHead: z.boolean().default(false),
  /** Only those whose clocks stand still. */
  paused: z.boolean().default(false),
  /** Only open ones that nobody was given. */
  unassigned: z.boolean().default(false),
  /** Only those whose first answer is another's (KKS M). */
  wrongDoor: z.boolean().default(false),
  /** Only those that are looked into with others. */
  grouped: z.boolean().default(false),
  /** Only one group, its master among them. */
  masterId: ComplaintId.nullable().default(null),
  /** Only those of one person. */
  complainantId: ComplainantId.nullable().default(null),
  /** Days on which they were received, both within; null: no border. */
  from: PlainDate.nullable().default(null),
  to: PlainDate.nullable().default(null),
  ...figureChoices,
})
export type ComplaintFilter = z.infer<typeof ComplaintFilter>

const Count = z.number().int().min(0)
const Counts = z.record(z.string(), Count)

/** How many complaints each choice of a filter would leave, the other choices kept. */
export const ComplaintCounts = z.object({
  total: Count,
  open: Count,
  urgent: Count,
  late: Count,
  dueToday: Count,
  used75: Count,
  used90: Count,
  toApprover: Count,
  toHead: Count,
  paused: Count,
  unassigned: Count,
  wrongDoor: Count,
  grouped: Count,
  statuses: Counts,
  kinds: Counts,
  subKinds: Counts,
  channels: Counts,
  accountIds: Counts,
  states: Counts,
  assigneeIds: Counts,
  severities: Counts,
  difficulties: Counts,
})
export type ComplaintCounts = z.infer<typeof ComplaintCounts>

export const ComplaintOrder = z.enum(['number', 'received', 'changed', 'due'])
export type ComplaintOrder = z.infer<typeof ComplaintOrder>

/** Why a complaint was found. */
export const FoundBy = z.enum(['number', 'reference', 'road', 'plate', 'words'])
export type FoundBy = z.infer<typeof FoundBy>

/** A part of a line, searched for or not. */
export const LinePart = z.object({ text: z.string(), hit: z.boolean() })
export type LinePart = z.infer<typeof LinePart>

export const FoundComplaint = z.object({
  row: ComplaintRow,
  by: FoundBy,
  /** The passage where it was found, covered; the beginning of the text where that tells nothing. */
  line: z.array(LinePart),
  /** Where else words were found, or where the passage stands if it is not of what happened. */
  inside: z.array(FoundIn),
})
export type FoundComplaint = z.infer<typeof FoundComplaint>

/** Half-typed intake: whatever the form holds, sound or not. */
export const IntakeDraft = z.object({
  content: z.record(z.string(), z.unknown()),
  savedAt: Instant,
})
export type IntakeDraft = z.infer<typeof IntakeDraft>

const One = z.object({ id: ComplaintId })
const Some = z
  .array(ComplaintId)
  .min(1)
  .max(1_000)
  .refine((ids) => new Set(ids).size === ids.length)
const Note = Passage.min(1)

export const complaints = {
  get: query(One, Complaint),
  /** By its number, as people type it (`adu 2026 123`); null where there is none. */
  byNumber: query(z.object({ number: z.string().max(40) }), ComplaintId.nullable()),
  timeline: query(One, z.array(ComplaintEvent)),
  list: query(
    z.object({
      filter: ComplaintFilter,
      order: ComplaintOrder,
      descending: z.boolean(),
      offset: Count,
      limit: z.number().int().min(1).max(1_000),
    }),
    z.object({ total: Count, rows: z.array(ComplaintRow) }),
  ),
  counts: query(z.object({ filter: ComplaintFilter }), ComplaintCounts),
  /**
   * What all words of a text begin words of, within a filter: the exact number, reference, road and
   * kilometre or plate first, then the newest 200, best first. `more`: there were others, older.
   */
  find: query(
    z.object({ text: z.string().trim().max(200), filter: ComplaintFilter }),
    z.object({
      found: z.array(FoundComplaint),
      more: z.boolean(),
      /** So many of the newest alone were read, the others by names: one or two letters; else null. */
      newestRead: Count.nullable(),
    }),
  ),
  /** People of the register by the beginning of a name, or by a whole number or address. */
  people: query(
    z.object({ text: z.string().trim().max(200) }),
    z.array(CoveredComplainant).max(20),
  ),
  /**
   * Registers a complaint and gives it the year's next number (KKS F1).
   * @throws `complaints.unknown-…` for keys that are not offered, `complaints.reference-taken`,
   *   `complaints.received-later` for a time to come
   */
  add: command(
    z.object({
      fields: ComplaintFields,
      complainant: ComplainantChoice,
      /** Under which files were attached while it was taken in; they become the complaint's. */
      filesId: z.uuid().nullable().default(null),
    }),
    Complaint,
  ),
  /**
   * `base` is the version the person saw. Whoever changes a covered text has it uncovered first.
   * @throws `complaints.changed-meanwhile`, `complaints.covered-text` for a text with covers in it
   */
  change: command(
    One.extend({
      base: z.number().int().positive(),
      fields: ComplaintFields,
    }),
    Complaint,
  ),
  /** Says who complained, corrects what is kept of them, or takes it that nobody gave a name. */
  changeComplainant: command(
    One.extend({ base: z.number().int().positive(), complainant: ComplainantChoice }),
    Complaint,
  ),
  /**
   * Corrects what is kept of a person, in all their complaints. `was` is what was seen of them.
   * @throws `complaints.changed-meanwhile` where it is another by now
   */
  changeContact: command(
    One.extend({ contact: Contact, was: Contact.nullable().default(null) }),
    Complaint,
  ),
  /** One step for one or many, all or none; answers where they stood. */
  setStatus: command(
    z.object({ ids: Some, to: ComplaintStatus, reason: Passage }),
    z.object({ before: z.array(z.object({ id: ComplaintId, status: ComplaintStatus })) }),
  ),
  /** Null takes them from everybody; answers who had them. */
  assign: command(
    z.object({ ids: Some, personId: PersonId.nullable() }),
    z.object({
      before: z.array(z.object({ id: ComplaintId, personId: PersonId.nullable() })),
    }),
  ),
  addNote: command(One.extend({ text: Note }), ComplaintEvent),
  removeNote: command(z.object({ eventId: ComplaintEventId }), ComplaintEvent),
  bringBackNote: command(z.object({ eventId: ComplaintEventId }), ComplaintEvent),
  /** Uncovers the person and the text of one complaint; it is kept who did, and when. */
  reveal: command(One, z.object({ contact: Contact.nullable(), fields: ComplaintFields })),
  /** Of the person at the keyboard. */
  draft: query(z.object({}), IntakeDraft.nullable()),
  keepDraft: scratch(
    z.object({ content: IntakeDraft.shape.content }),
    z.object({ savedAt: Instant }),
  ),
  dropDraft: scratch(z.object({}), z.object({})),
}
