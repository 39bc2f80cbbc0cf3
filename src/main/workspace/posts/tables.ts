import type { AccountId } from '#contract/accounts'
import type { PostId, PostStatus, PostVersion } from '#contract/posts'
import type { SavedViewId } from '#contract/postViews'
import type { PostKind } from '#contract/postContent'
import type {
  ClockTime,
  ImageId,
  Instant,
  PersonId,
  PhaseId,
  PlainDate,
  Sha256,
} from '#contract/values'

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
  saved_view: SavedViewRow
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
  status: PostStatus
  status_at: Instant
  status_reason: string
  held_from: PostStatus | null
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

export interface SavedViewRow {
  id: SavedViewId
  name: string
  /** Null: everybody's. */
  person_id: PersonId | null
  /** JSON: `ViewDefinition`. */
  definition: string
  created_at: Instant
}
