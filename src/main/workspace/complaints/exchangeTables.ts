import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintImportId } from '#contract/complaintImports'
import type { TakeoutId, TakeoutKind } from '#contract/complaintLeaving'
import type { PostTieId } from '#contract/complaintPosts'
import type { PostId } from '#contract/postIds'
import type { Instant, PersonId } from '#contract/values'

/** A post that was made to explain what complaints are about. */
export interface ComplaintExplanationRow {
  id: string
  post_id: PostId
  /** JSON: `Subject`, as `subjectKey` writes it. */
  about: string
  /** JSON: the filter that opened the complaints. */
  filter: string
  /** How many there were. */
  count: number
  at: Instant
  by_id: PersonId
}

/** A post that was chosen as one that answers a complaint. */
export interface ComplaintPostRow {
  id: PostTieId
  complaint_id: ComplaintId
  post_id: PostId
  at: Instant
  by_id: PersonId
  removed_at: Instant | null
}

/** That complaints left the register, on paper or as a file. */
export interface ComplaintTakeoutRow {
  id: TakeoutId
  what: TakeoutKind
  at: Instant
  by_id: PersonId
  /** Empty where all left covered. */
  reason: string
  covered: number
  /** How many complaints. */
  cases: number
}

/** A complaint that left with nothing covered. */
export interface ComplaintTakeoutCaseRow {
  takeout_id: TakeoutId
  complaint_id: ComplaintId
}

/** Complaints that came in together from a sheet; each of them names it. */
export interface ComplaintImportRow {
  id: ComplaintImportId
  file_name: string
  complaints: number
  imported_by: PersonId
  imported_at: Instant
  undone_at: Instant | null
}
