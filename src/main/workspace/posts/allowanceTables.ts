import type { NoteId } from '#contract/planning'
import type { PostId } from '#contract/postIds'
import type { Instant, PersonId } from '#contract/values'

/** One post that somebody lets through a blackout that holds it. */
export interface BlackoutAllowanceRow {
  id: string
  post_id: PostId
  note_id: NoteId
  reason: string
  given_by: PersonId
  given_at: Instant
  removed_at: Instant | null
}
