import type { AccountId } from '#contract/accounts'
import type { PauseId, SetReason } from '#contract/complaintClocks'
import type { AnswerId, AnswerStatus, PrintId } from '#contract/complaintAnswers'
import type { PhotoRole, SatisfactionId } from '#contract/complaintClosing'
import type { TogetherId } from '#contract/complaintGroupAnswers'
import type { ForwardingId, ForwardingOutcome, ReminderId } from '#contract/complaintForwarding'
import type { ComplaintImportId } from '#contract/complaintImports'
import type { Difficulty, Severity } from '#contract/complaintWeight'
import type { AttachmentId } from '#contract/attachments'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { ComplaintEventId, ComplaintEventKind } from '#contract/complaintEvents'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { RoadCode } from '#contract/roads'
import type { StateCode } from '#contract/states'
import type { Instant, Language, PersonId, PlainDate } from '#contract/values'
import type * as Exchanged from './exchangeTables.ts'
import type * as Records from './recordTables.ts'

export interface ComplaintTables {
  complainant: ComplainantRow
  complaint: ComplaintRowOfTable
  complaint_event: ComplaintEventRow
  complaint_pause: ComplaintPauseRow
  complaint_draft: ComplaintDraftRow
  complaint_words: ComplaintWordsRow
  complaint_apart: ComplaintApartRow
  complaint_answer: ComplaintAnswerRow
  complaint_letter: ComplaintLetterRow
  complaint_letter_print: ComplaintLetterPrintRow
  complaint_forwarding: ComplaintForwardingRow
  complaint_reminder: Records.ComplaintReminderRow
  complaint_check: ComplaintCheckRow
  complaint_satisfaction: ComplaintSatisfactionRow
  complaint_photo: ComplaintPhotoRow
  complainant_flag: Records.ComplainantFlagRow
  complaint_hold: Records.ComplaintHoldRow
  complaint_warning: Records.ComplaintWarningRow
  complaint_decision: Records.ComplaintDecisionRow
  disposal: Records.DisposalRow
  disposal_case: Records.DisposalCaseRow
  person_request: Records.PersonRequestRow
  person_note: Records.PersonNoteRow
  disclosure: Records.DisclosureRow
  breach: Records.BreachRow
  breach_notice: Records.BreachNoticeRow
  complaint_explanation: Exchanged.ComplaintExplanationRow
  complaint_post: Exchanged.ComplaintPostRow
  complaint_takeout: Exchanged.ComplaintTakeoutRow
  complaint_takeout_case: Exchanged.ComplaintTakeoutCaseRow
  complaint_import: Exchanged.ComplaintImportRow
}

/** Keys are what people are found by: small letters without accents, or digits alone. */
export interface ComplainantRow {
  id: ComplainantId
  name: string
  name_key: string
  phone: string
  phone_key: string
  email: string
  email_key: string
  address: string
  identity_number: string
  identity_key: string
  created_at: Instant
  changed_at: Instant
  /** The person they turned out to be. */
  same_as: ComplainantId | null
}

export interface ComplaintRowOfTable extends Records.MarkColumns, Records.VerdictColumns {
  id: ComplaintId
  /** Over all years: the row's name in the word index. */
  ordinal: number
  year: number
  serial: number
  number: ComplaintNumber
  status: ComplaintStatus
  status_at: Instant
  status_reason: string
  reopened: number
  channel: string
  account_id: AccountId | null
  reference: string
  reference_key: string
  link: string
  /** As it is compared (`rules/linkKey`); null without one. */
  link_key: string | null
  received_at: Instant
  /** Malaysian day. */
  received_day: PlainDate
  kind: string
  sub_kind: string | null
  what: string
  /** JSON: by the question's key. */
  answers: string
  state: StateCode | null
  district: string
  road: RoadCode | null
  from_metres: number | null
  to_metres: number | null
  place: string
  urgent: string | null
  complainant_id: ComplainantId | null
  assignee_id: PersonId | null
  entered_at: Instant
  entered_by: PersonId
  changed_at: Instant
  version: number
  clock_set: string
  set_why: SetReason | ''
  set_reason: string
  /** Received, or taken up again after it was settled. */
  clocks_from: Instant
  acknowledged_at: Instant | null
  responded_at: Instant | null
  /** When the complainant last heard how things are. */
  progressed_at: Instant | null
  settled_at: Instant | null
  /** That settling, where it counted as the first answer: before decision 0029. */
  answered_by_settling: Instant | null
  due_acknowledge: Instant | null
  due_respond: Instant | null
  due_progress: Instant | null
  due_close: Instant | null
  next_due: Instant | null
  /** The clocks that may stand still do. */
  paused: number
  /** The case it is looked into with; of the master case its own id. */
  master_id: ComplaintId | null
  /** Of a duplicate: the complaint it repeats. */
  repeats_id: ComplaintId | null
  /** Key of the agency to which it should have gone; null: the right door, as far as is known. */
  wrong_agency: string | null
  /** Its number in the register it came from; empty where it was registered here. */
  old_reference: string
  old_reference_key: string
  /** With what it came in from a sheet. */
  import_id: ComplaintImportId | null
  severity: Severity | null
  difficulty: Difficulty | null
}

export interface ComplaintPauseRow {
  id: PauseId
  complaint_id: ComplaintId
  from_at: Instant
  ended_at: Instant | null
  reason: string
  by_id: PersonId
  expected: PlainDate | null
}

export interface ComplaintEventRow {
  id: ComplaintEventId
  complaint_id: ComplaintId
  /** Counts up within the complaint. */
  place: number
  at: Instant
  by_id: PersonId
  kind: ComplaintEventKind
  from_status: ComplaintStatus | null
  to_status: ComplaintStatus | null
  assignee_id: PersonId | null
  /** JSON: fields with what they were and became. */
  changes: string
  text: string
  removed_at: Instant | null
}

/** Two complaints that somebody said are not the same; the smaller id stands first. */
export interface ComplaintApartRow {
  id: string
  first_id: ComplaintId
  second_id: ComplaintId
  at: Instant
  by_id: PersonId
}

export interface ComplaintDraftRow {
  id: string
  person_id: PersonId
  /** JSON. */
  content: string
  saved_at: Instant
}

/** The index of words; asked through `complaint_words(…)`, never selected from. */
export interface ComplaintWordsRow {
  rowid: number
  words: string
}

export interface ComplaintAnswerRow {
  id: AnswerId
  complaint_id: ComplaintId
  kind: string | null
  language: Language
  /** With its places open. */
  text: string
  status: AnswerStatus
  version: number
  begun_at: Instant
  /** Who began it. */
  written_by: PersonId
  /** JSON: ids of all who wrote of it. */
  writers: string
  changed_at: Instant
  reviewed_by: PersonId | null
  reviewed_at: Instant | null
  /** It was changed after a review. */
  review_voided: number
  sent_at: Instant | null
  sent_by: PersonId | null
  sent_way: string | null
  sent_url: string
  /** As it left, its places filled. */
  sent_text: string | null
  /** JSON: the clocks that its sending met. */
  met: string
  removed_at: Instant | null
  /** Begun with others, each in its own case. */
  together_id: TogetherId | null
  /** What was written to all of them, its places open. */
  together_text: string
}

/** A letter has one number, however often it is printed. */
export interface ComplaintLetterRow {
  id: string
  complaint_id: ComplaintId
  /** Counts up within the complaint. */
  serial: number
  number: string
  answer_id: AnswerId | null
  forwarding_id: ForwardingId | null
  reminder_id: ReminderId | null
}

export interface ComplaintLetterPrintRow {
  id: PrintId
  letter_id: string
  copy: number
  at: Instant
  by_id: PersonId
  /** Of the text that was printed. */
  version: number
}

export interface ComplaintForwardingRow {
  id: ForwardingId
  complaint_id: ComplaintId
  agency: string
  outside: number
  language: Language
  /** With its places open. */
  text: string
  at: Instant
  by_id: PersonId
  /** The status was changed with it. */
  stepped: number
  due_at: Instant
  reminders: number
  outcome: ForwardingOutcome | null
  outcome_at: Instant | null
  outcome_note: string
  outcome_by: PersonId | null
  /** The outcome changed the status. */
  outcome_stepped: number
  removed_at: Instant | null
}

/** A check before closing that a person confirmed. */
export interface ComplaintCheckRow {
  id: string
  complaint_id: ComplaintId
  check_key: string
  at: Instant
  by_id: PersonId
}

export interface ComplaintSatisfactionRow {
  id: SatisfactionId
  complaint_id: ComplaintId
  score: number
  unsolved: number
  way: string
  note: string
  at: Instant
  by_id: PersonId
  reopened: number
  removed_at: Instant | null
}

export interface ComplaintPhotoRow {
  id: string
  complaint_id: ComplaintId
  attachment_id: AttachmentId
  role: PhotoRole
}
