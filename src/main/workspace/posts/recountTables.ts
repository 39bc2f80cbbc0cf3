import type { PostId } from '#contract/postIds'
import type { RecountCause } from '#contract/postRecounts'
import type { Instant, PersonId } from '#contract/values'

export interface PostRecountRow {
  id: string
  post_id: PostId
  because: RecountCause
  /** JSON: `MovedDay`s. */
  moved: string
  changed_by: PersonId
  at: Instant
}
