import type { BreachId, BreachNotice, BreachNoticeId } from '#contract/complaintBreaches'
import type { Disposal, DisposalId, DisposalState } from '#contract/complaintDisposals'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { HoldId } from '#contract/complaintHolds'
import type {
  DisclosureId,
  PersonNote,
  PersonRequest,
  RequestId,
  RequestKind,
} from '#contract/complaintRequests'
import type { Instant, PersonId, PlainDate } from '#contract/values'

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
