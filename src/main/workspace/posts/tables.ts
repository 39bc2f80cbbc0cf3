import type { AccountId } from '#contract/accounts'
import type { RoundOutcome } from '#contract/postApproval'
import type { SavedViewId } from '#contract/postViews'
import type { TemplateId } from '#contract/postTemplates'
import type {
  CommentId,
  CorrectionId,
  PostId,
  PublicationId,
  ResultId,
  RoundId,
  SeriesId,
} from '#contract/postIds'
import type { PhaseId } from '#contract/cycles'
import type { PostStatus } from '#contract/posts'
import type { PostVersion } from '#contract/postVersions'
import type { PostKind } from '#contract/postContent'
import type { ClockTime, ImageId, Instant, PersonId, PlainDate, Sha256 } from '#contract/values'
import type { BlackoutAllowanceRow } from './allowanceTables.ts'
import type { PostImportRow, ResultImportRow } from './importTables.ts'
import type { PostRecountRow } from './recountTables.ts'
import type { PostSeriesChangeRow, PostSeriesRow } from './seriesTables.ts'

/**
 * What is written here was parsed by the contract, so rows carry the contract's own types: a month
 * of tiles is read without parsing each of them again.
 */
export interface PostTables {
  post: PostRow
  post_account: PostAccountRow
  post_image: PostImageRow
  post_version: PostVersionRow
  post_draft: PostDraftRow
  approval_round: ApprovalRoundRow
  approval_decision: ApprovalDecisionRow
  post_comment: PostCommentRow
  post_publication: PostPublicationRow
  post_correction: PostCorrectionRow
  post_result: PostResultRow
  post_term_check: PostTermCheckRow
  blackout_allowance: BlackoutAllowanceRow
  saved_view: SavedViewRow
  post_import: PostImportRow
  result_import: ResultImportRow
  post_template: PostTemplateRow
  post_series: PostSeriesRow
  post_series_change: PostSeriesChangeRow
  post_recount: PostRecountRow
}

export interface PostRow {
  id: PostId
  title: string
  brief: string
  kind: PostKind
  phase_id: PhaseId | null
  category: string | null
  approach: string | null
  /** JSON: keys of the reference list. */
  thrusts: string
  /** JSON: keys of the reference list. */
  segments: string
  requested_on: PlainDate | null
  delivered_on: PlainDate | null
  owner_id: PersonId | null
  designer_id: PersonId | null
  approver_id: PersonId | null
  /** JSON: `Programme`. */
  programme: string | null
  /** The programme's day again, to be looked up. */
  programme_day: PlainDate | null
  /** The master text. */
  body: string
  /** JSON: without the `#`. */
  hashtags: string
  /** JSON: web addresses. */
  links: string
  notes: string
  day: PlainDate | null
  time: ClockTime | null
  /** Where it comes out first on any account: `firstSlot`, worked out with every save. */
  first_day: PlainDate | null
  first_time: ClockTime | null
  status: PostStatus
  status_at: Instant
  status_reason: string
  held_from: PostStatus | null
  /** How often the status changed since the post came in. */
  status_changes: number
  /** JSON: `MissingPart`s, worked out with every save. */
  missing: string
  incomplete: number
  /** Everything that is searched, in small letters. */
  search_text: string
  version: number
  content_hash: Sha256
  created_by: PersonId
  created_at: Instant
  changed_at: Instant
  trashed_at: Instant | null
  series_id: SeriesId | null
  /** The day that it has in its series, wherever it stands now. */
  series_day: PlainDate | null
}

export interface PostAccountRow {
  post_id: PostId
  account_id: AccountId
  place: number
  /** Null: as the post. */
  body: string | null
  /** Null: as the post. */
  day: PlainDate | null
  time: ClockTime | null
}

export interface PostImageRow {
  post_id: PostId
  image_id: ImageId
  place: number
  alt_text: string
}

export interface PostVersionRow {
  post_id: PostId
  number: number
  what: PostVersion['what']
  /** JSON: `PostContent`. */
  content: string
  content_hash: Sha256
  saved_by: PersonId
  saved_at: Instant
}

export interface PostDraftRow {
  id: string
  person_id: PersonId
  post_id: PostId | null
  base_version: number | null
  /** JSON: what the form held. */
  content: string
  saved_at: Instant
}

export interface ApprovalRoundRow {
  id: RoundId
  post_id: PostId
  /** Of the rounds of one post, from 1. */
  number: number
  version: number
  content_hash: Sha256
  route_name: string
  /** JSON: `ApprovalStep`s as they were when approval was asked. */
  steps: string
  asked_by: PersonId
  asked_at: Instant
  /** The step that waits, from 0; null once it ended. */
  step: number | null
  outcome: RoundOutcome | null
  ended_at: Instant | null
  /** When it ended approved, also where the approval was voided or withdrawn later. */
  approved_at: Instant | null
}

export interface ApprovalDecisionRow {
  id: string
  round_id: RoundId
  /** Of the decisions of one round, from 1. */
  number: number
  step: number
  decision: 'approve' | 'changes'
  comment: string
  /** Whose decision it is; null where somebody signed who is not on the list of people. */
  person_id: PersonId | null
  /** Of somebody who is not on the list, as it stands on the sheet. */
  signer_name: string | null
  signer_post: string | null
  /** Who sat at the keyboard: somebody else where it was signed on paper. */
  entered_by: PersonId
  signed_on: PlainDate | null
  at: Instant
  removed_at: Instant | null
}

export interface PostCommentRow {
  id: CommentId
  post_id: PostId
  body: string
  written_by: PersonId
  written_at: Instant
  edited_at: Instant | null
  settled_by: PersonId | null
  settled_at: Instant | null
  removed_at: Instant | null
}

export interface PostPublicationRow {
  id: PublicationId
  post_id: PostId
  account_id: AccountId
  day: PlainDate
  time: ClockTime | null
  url: string
  published_by: PersonId | null
  /** Why this account was left out; empty where it was posted. */
  skipped_reason: string
  recorded_by: PersonId
  recorded_at: Instant
  removed_at: Instant | null
  /** What stood on the account, to be held against what was approved; null: not compared. */
  posted_text: string | null
  compared_by: PersonId | null
  compared_at: Instant | null
}

export interface PostCorrectionRow {
  id: CorrectionId
  post_id: PostId
  account_id: AccountId | null
  wrong: string
  posted: string
  apology: string
  day: PlainDate
  time: ClockTime | null
  url: string
  recorded_by: PersonId
  recorded_at: Instant
  removed_at: Instant | null
}

export interface PostResultRow {
  id: ResultId
  post_id: PostId
  /** Null: of all accounts together. */
  account_id: AccountId | null
  day: PlainDate
  reach: number | null
  likes: number | null
  shares: number | null
  comments: number | null
  recorded_by: PersonId
  recorded_at: Instant
  removed_at: Instant | null
}

export interface PostTermCheckRow {
  id: string
  post_id: PostId
  /** As the office's list had it. */
  term: string
  /** The line in which it stood; empty for words given before it was kept. */
  passage: string
  reason: string
  checked_by: PersonId
  checked_at: Instant
  removed_at: Instant | null
}

export interface SavedViewRow {
  id: SavedViewId
  name: string
  /** Null: everybody's. */
  person_id: PersonId | null
  /** Where it is shown, and so what its definition is. */
  shown_on: 'calendar' | 'complaints'
  /** JSON: `ViewDefinition`, or that of the other place. */
  definition: string
  created_at: Instant
  removed_at: Instant | null
}

export interface PostTemplateRow {
  id: TemplateId
  /** Of a template that the application brought in. */
  shipped_key: string | null
  clause: string
  name: string
  phase_number: number | null
  /** JSON: `TemplateContent`. */
  content: string
  /** JSON: `DayOffset`; so are the next two. */
  slot: string | null
  requested: string | null
  delivered: string | null
  time: ClockTime | null
  removed_at: Instant | null
}
