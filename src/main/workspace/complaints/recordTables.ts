import type { DecisionId } from '#contract/complaintDecisions'
import type { BreachId, BreachNotice, BreachNoticeId } from '#contract/complaintBreaches'
import type { Disposal, DisposalId, DisposalState } from '#contract/complaintDisposals'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { FlagId } from '#contract/complaintFlags'
import type { ForwardingId, ReminderId } from '#contract/complaintForwarding'
import type { HoldId } from '#contract/complaintHolds'
import type {
  DisclosureId,
  PersonNote,
  PersonRequest,
  RequestId,
  RequestKind,
} from '#contract/complaintRequests'
import type { WarningMark } from '#contract/complaintWarnings'
import type { Instant, Language, PersonId, PlainDate } from '#contract/values'

/** What keeps a case whatever its retention says. */
export interface ComplaintHoldRow {
  id: HoldId
  complaint_id: ComplaintId
  reason: string
  at: Instant
  by_id: PersonId
  review_on: PlainDate
  ended_at: Instant | null
  ended_by: PersonId | null
  end_reason: string
}

/** What a meeting decided about a case. */
export interface ComplaintDecisionRow {
  id: DecisionId
  complaint_id: ComplaintId
  met_on: PlainDate
  text: string
  /** Who acts. */
  person_id: PersonId | null
  due_on: PlainDate | null
  at: Instant
  by_id: PersonId
  done_at: Instant | null
  done_by: PersonId | null
  removed_at: Instant | null
}

/** Cases that are destroyed together, from the proposal to the certificate (Act 629). */
export interface DisposalRow {
  id: DisposalId
  number: string
  state: DisposalState
  series: string
  security: Disposal['security']
  location: string
  reason: string
  /** JSON: `DisposalFacts`. */
  facts: string
  proposed_at: Instant
  proposed_by: PersonId
  approved_at: Instant | null
  approved_by: PersonId | null
  reference: string
  reference_on: PlainDate | null
  executed_at: Instant | null
  executed_by: PersonId | null
  /** The entry of the audit log with which the rows went: backups from before it hold them. */
  executed_entry: number | null
  /** JSON: `DisposalCounts`; null before it was executed. */
  counts: string | null
  /** JSON: hashes of files that are still to be taken out of the store. */
  files: string
  backups: number | null
  cleared_at: Instant | null
  certified_on: PlainDate | null
}

/** A case of a disposal; its number stays when the case is gone. */
export interface DisposalCaseRow {
  complaint_id: ComplaintId
  disposal_id: DisposalId
  ordinal: number
  year: number
  serial: number
  number: ComplaintNumber
  kind: string
  disposed_on: PlainDate | null
}

/** What somebody asks about what is kept of them. */
export interface PersonRequestRow {
  id: RequestId
  number: string
  kind: RequestKind
  complainant_id: ComplainantId
  asked: string
  received_on: PlainDate
  extension: string | null
  state: PersonRequest['state']
  answered_on: PlainDate | null
  answer: string
  by_id: PersonId
}

/** Beside what is kept of a person. */
export interface PersonNoteRow {
  id: string
  complainant_id: ComplainantId
  kind: PersonNote['kind']
  text: string
  at: Instant
  by_id: PersonId
}

/** What of a person was told to somebody outside. */
export interface DisclosureRow {
  id: DisclosureId
  complaint_id: ComplaintId
  to_whom: string
  on_day: PlainDate
  what: string
  basis: string
  automatic: number
  at: Instant
  by_id: PersonId
  removed_at: Instant | null
}

/** A breach of personal data, as the office knows it (PDPA s.12B). */
export interface BreachRow {
  id: BreachId
  number: string
  version: number
  what: string
  began_at: Instant
  ended_at: Instant | null
  known_at: Instant
  people: number | null
  /** JSON: `BreachField`s. */
  fields: string
  harm: number
  consequences: string
  measures: string
  person_id: PersonId | null
  /** JSON: numbers of complaints. */
  numbers: string
  at: Instant
  by_id: PersonId
  removed_at: Instant | null
}

/** That a party was told of a breach, or why it is not. */
export interface BreachNoticeRow {
  id: BreachNoticeId
  breach_id: BreachId
  party: BreachNotice['party']
  outcome: BreachNotice['outcome']
  at: Instant
  how: string
  reference: string
  by_id: PersonId
  removed_at: Instant | null
}

/** What stands of the clocks of a complaint that are over (decision 0035). */
export interface VerdictColumns {
  /** JSON: limits by which clocks stay judged that were over under other ones. */
  kept_limits: string
  /** The clocks whose verdict stands, and `set` where its set does too (`rules/judged`). */
  judged: string
}

/** When the first of the clocks of a complaint that run reaches its marks; null where none does. */
export interface MarkColumns {
  used_50_at: Instant | null
  used_75_at: Instant | null
  used_90_at: Instant | null
  late_at: Instant | null
  /** From when on the approver, and then the head, must know of it. */
  approver_at: Instant | null
  head_at: Instant | null
}

/** That somebody was warned of a complaint. */
export interface ComplaintWarningRow {
  id: string
  complaint_id: ComplaintId
  mark: WarningMark
  /** The moment of the mark: where it moves, they are warned again. */
  reached_at: Instant
  person_id: PersonId
  at: Instant
}

/** Care with a complainant; in force once it is approved. */
export interface ComplainantFlagRow {
  id: FlagId
  complainant_id: ComplainantId
  reason: string
  review_on: PlainDate
  asked_by: PersonId
  asked_at: Instant
  approved_by: PersonId | null
  approved_at: Instant | null
  ended_at: Instant | null
}

/** What was written to an agency that had not answered. */
export interface ComplaintReminderRow {
  id: ReminderId
  complaint_id: ComplaintId
  forwarding_id: ForwardingId
  language: Language
  /** As it left, its places filled. */
  text: string
  at: Instant
  by_id: PersonId
}
