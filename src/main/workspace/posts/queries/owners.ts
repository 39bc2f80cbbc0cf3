import type { PostId, PublicationId } from '#contract/postIds'
import type { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

/** Whether a post is in the trash; null when there is none. */
export async function postTrash(
  db: Reader,
  id: PostId,
): Promise<{ readonly trashedAt: Instant | null } | null> {
  const row = await db
    .selectFrom('post')
    .select('trashed_at')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { trashedAt: row.trashed_at }
}

/** A decision with how its post stands; null when there is none. */
export async function postOfDecision(
  db: Reader,
  id: string,
): Promise<{ readonly trashedAt: Instant | null; readonly isOnPaper: boolean } | null> {
  const row = await db
    .selectFrom('approval_decision')
    .innerJoin('approval_round', 'approval_round.id', 'approval_decision.round_id')
    .innerJoin('post', 'post.id', 'approval_round.post_id')
    .select(['post.trashed_at', 'approval_decision.signed_on'])
    .where('approval_decision.id', '=', id)
    .where('approval_decision.removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return { trashedAt: row.trashed_at, isOnPaper: row.signed_on !== null }
}

/** A record of publication with how its post stands; null when there is none, or it was taken back. */
export async function postOfPublication(
  db: Reader,
  id: PublicationId,
): Promise<{ readonly trashedAt: Instant | null; readonly isSkipped: boolean } | null> {
  const row = await db
    .selectFrom('post_publication')
    .innerJoin('post', 'post.id', 'post_publication.post_id')
    .select(['post.trashed_at', 'post_publication.skipped_reason'])
    .where('post_publication.id', '=', id)
    .where('post_publication.removed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  return { trashedAt: row.trashed_at, isSkipped: row.skipped_reason !== '' }
}

/** What a post is called; null when there is none, and of one in the trash. */
export async function postTitle(db: Reader, id: PostId): Promise<string | null> {
  const row = await db
    .selectFrom('post')
    .select('title')
    .where('id', '=', id)
    .where('trashed_at', 'is', null)
    .executeTakeFirst()
  return row?.title ?? null
}
