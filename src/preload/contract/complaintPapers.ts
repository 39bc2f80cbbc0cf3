import { z } from 'zod'
import { Account, AccountId } from './accounts.ts'
import { Attachment, AttachmentId } from './attachments.ts'
import { query } from './call.ts'
import { ClockName, ClockUnit } from './clockLimits.ts'
import { Answer, AnswerStatus } from './complaintAnswers.ts'
import {
  Clock,
  ClockExplanation,
  ComplaintClocks,
  ComplaintPause,
  SetReason,
} from './complaintClocks.ts'
import { ClosingState, PhotoRole, Satisfaction } from './complaintClosing.ts'
import {
  ComplaintFields,
  ComplaintId,
  ComplaintNumber,
  CoveredComplainant,
} from './complaintFields.ts'
import { ComplainantFlag } from './complaintFlags.ts'
import { Forwarding, ForwardingOutcome } from './complaintForwarding.ts'
import { ComplaintTies } from './complaintGroups.ts'
import { RegisterChoice, Takeout, TakeoutId } from './complaintLeaving.ts'
import { ToldApart } from './complaintRepeats.ts'
import { Decision } from './complaintDecisions.ts'
import { ComplaintEvent } from './complaintEvents.ts'
import { Ladder, rungMarks, RungRole } from './complaintLadder.ts'
import { Complaint, ComplaintRow } from './complaints.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Person } from './people.ts'
import { ReferenceKey, ReferenceLists } from './reference.ts'
import { Role } from './roles.ts'
import { Instant, Language, PersonId } from './values.ts'

/** What complaints name, in words: a document asks for nothing itself. */
export const PaperNames = z.object({
  lists: ReferenceLists,
  people: z.array(Person),
  accounts: z.array(Account),
})
export type PaperNames = z.infer<typeof PaperNames>

/** Everything of one case, for paper: covered, unless it was taken out with a reason. */
export const CasePaper = z.object({
  names: PaperNames,
  complaint: Complaint,
  /** Null: it stands covered. */
  takeout: Takeout.nullable(),
  clocks: ComplaintClocks,
  explained: z.array(ClockExplanation),
  /** Newest first; those that follow too. */
  answers: z.array(Answer),
  forwardings: z.array(Forwarding),
  closing: ClosingState,
  satisfaction: z.array(Satisfaction),
  flag: ComplainantFlag.nullable(),
  ties: ComplaintTies,
  apart: z.array(ToldApart),
  /** Null: files may say who somebody is, and are not for who prints. */
  files: z.array(Attachment.omit({ personal: true })).nullable(),
  photos: z.array(z.object({ attachmentId: AttachmentId, role: PhotoRole })),
  /** How many files there are, whoever prints. */
  fileCount: z.number().int(),
  /** Oldest first. */
  timeline: z.array(ComplaintEvent),
  /** How often it left with nothing covered, oldest first. */
  takeouts: z.array(Takeout),
  /** Entries of the audit log about this case, oldest first; it holds no values. */
  audit: z.array(
    z.object({
      sequence: z.number().int(),
      at: Instant,
      byName: z.string().nullable(),
      action: z.string(),
    }),
  ),
})
export type CasePaper = z.infer<typeof CasePaper>

/** A complaint as a line of the register, on paper and in files. */
export const RegisterEntry = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  /** Nothing is covered. */
  open: z.boolean(),
  fields: ComplaintFields,
  /** Covered or not; null: anonymous. */
  contact: CoveredComplainant.omit({ id: true, complaints: true }).nullable(),
  status: ComplaintStatus,
  statusAt: Instant,
  statusReason: z.string(),
  /** In whose hands it is or was last, or whose it is; null: nobody else's. */
  agency: ReferenceKey.nullable(),
  /** When it was forwarded last, and what became of that; null: it was not, or nobody knows. */
  forwardedAt: Instant.nullable(),
  outcome: ForwardingOutcome.nullable(),
  /** It came to the wrong door, and should have gone to `agency`. */
  wrongDoor: z.boolean(),
  /** Key of the set of limits; empty without one. */
  clockSet: z.union([ReferenceKey, z.literal('')]),
  setWhy: z.union([SetReason, z.literal('')]),
  /** Of a set chosen by hand: the reason given. */
  setReason: z.string(),
  /** A legal hold stands. */
  held: z.boolean(),
  /** Care with its complainant is in force. */
  flagged: z.boolean(),
  /** In the register it came from; empty where it was registered here. */
  oldReference: z.string(),
  assigneeId: PersonId.nullable(),
  acknowledgedAt: Instant.nullable(),
  respondedAt: Instant.nullable(),
  settledAt: Instant.nullable(),
  /** In the order of `ClockName`. */
  clocks: z.array(Clock.pick({ name: true, standing: true, share: true })),
  nextDue: Instant.nullable(),
  reopened: z.number().int(),
  master: ComplaintNumber.nullable(),
  repeats: ComplaintNumber.nullable(),
  /** The newest the complainant gave; null: not asked. */
  score: z.number().int().nullable(),
  enteredAt: Instant,
  enteredByName: z.string(),
  accountId: AccountId.nullable(),
})
export type RegisterEntry = z.infer<typeof RegisterEntry>

/** The register, or what a choice leaves of it, by number. */
export const RegisterPaper = z.object({
  names: PaperNames,
  choice: RegisterChoice,
  /** The choice may be of its marks. */
  ladder: Ladder,
  takeout: Takeout.nullable(),
  entries: z.array(RegisterEntry),
  /** What the choice leaves; more than `entries` where the paper is cut. */
  fitting: z.number().int(),
})
export type RegisterPaper = z.infer<typeof RegisterPaper>

/** An open case as it is handed over: what is due, and what it waits for. */
export const HandoverCase = z.object({
  row: ComplaintRow,
  /** The clock that runs out first; a follow-up of an agency is one as well. */
  next: z
    .object({ clock: z.union([ClockName, z.literal('follow-up')]), dueAt: Instant })
    .nullable(),
  pause: ComplaintPause.nullable(),
  /** Not sent yet. */
  answers: z.array(
    Answer.pick({ id: true, kind: true, changedAt: true, writtenByName: true }).extend({
      status: AnswerStatus.exclude(['sent']),
    }),
  ),
  /** Of which nobody knows what became. */
  forwardings: z.array(Forwarding.pick({ id: true, agency: true, at: true, dueAt: true })),
  /** Care with the complainant is in force. */
  flagged: z.boolean(),
  /** The last note, covered. */
  note: ComplaintEvent.pick({ at: true, byName: true, text: true }).nullable(),
})
export type HandoverCase = z.infer<typeof HandoverCase>

/** All open cases of one officer, or of everybody, each officer's by themselves. */
export const HandoverPaper = z.object({
  names: PaperNames,
  /** Null: the whole register. */
  personId: PersonId.nullable(),
  at: Instant,
  owners: z.array(z.object({ personId: PersonId.nullable(), cases: z.array(HandoverCase) })),
  /** Of meetings, not done: about these cases, or for this officer to carry out. */
  decisions: z.array(Decision),
})
export type HandoverPaper = z.infer<typeof HandoverPaper>

/** A rung of the ladder: the role that must know, and from when on. */
export const Rung = z.object({
  role: Role,
  /** After the limit ran out, by the office's ladder; a danger goes to the top at once. */
  after: z.object({ amount: z.number().int().min(0), unit: ClockUnit }),
  reachedAt: Instant,
  reached: z.boolean(),
  /** Who has the role. */
  people: z.array(z.string()),
})
export type Rung = z.infer<typeof Rung>

/** A clock that ran out, with how many working days ago. */
export const LateClock = z.object({ clock: Clock, workingDays: z.number().int().min(0) })

/** A late case as it is brought before who answers for it. */
export const EscalatedCase = z.object({
  complaint: Complaint,
  /** Empty: nothing is late, and there is nothing to escalate. */
  late: z.array(LateClock),
  ladder: z.array(Rung),
  clocks: ComplaintClocks,
  forwardings: z.array(Forwarding),
  /** What was done since, oldest first: steps, notes, answers, forwardings. */
  done: z.array(ComplaintEvent),
})
export type EscalatedCase = z.infer<typeof EscalatedCase>

export const EscalationPaper = EscalatedCase.extend({ names: PaperNames, at: Instant })
export type EscalationPaper = z.infer<typeof EscalationPaper>

/** All late cases of which a role must know by the ladder, the longest due first. */
export const EscalationBatch = z.object({
  names: PaperNames,
  at: Instant,
  rung: z.enum(rungMarks),
  /** The role that must know on that rung. */
  role: RungRole,
  /** Who has the role. */
  people: z.array(z.string()),
  cases: z.array(EscalatedCase),
  /** How many there are; more than `cases` where the paper is cut. */
  fitting: z.number().int(),
})
export type EscalationBatch = z.infer<typeof EscalationBatch>

const One = z.object({ id: ComplaintId })
const Handed = z.object({ personId: PersonId.nullable() })

/** What is printed of the register. */
export const complaintPapers = {
  /** @throws `complaints.unknown-takeout` where it is another's, of another case, or too old */
  casePaper: query(One.extend({ takeoutId: TakeoutId.nullable() }), CasePaper),
  /** At most 3 000 complaints; a file of the same choice has them all. */
  registerPaper: query(
    z.object({ choice: RegisterChoice, takeoutId: TakeoutId.nullable() }),
    RegisterPaper,
  ),
  handoverPaper: query(
    Handed.extend({
      /** Typed for the paper alone; empty where nothing is said. */
      remark: z.string().max(2_000),
      /** Who takes over; null: written by hand. */
      receiverId: PersonId.nullable(),
    }),
    HandoverPaper.extend({
      remark: z.string(),
      receiverId: PersonId.nullable(),
    }),
  ),
  escalationPaper: query(One, EscalationPaper),
  /** The same as a workbook: the cases, the drafts that wait, and the decisions to carry out. */
  handoverXlsx: query(
    Handed.extend({ language: Language }),
    z.object({ bytes: z.instanceof(Uint8Array) }),
  ),
  /** At most 100 cases, one memo each. */
  escalationBatch: query(z.object({ rung: z.enum(rungMarks) }), EscalationBatch),
}
