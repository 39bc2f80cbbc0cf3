import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintPost, PostTieId } from '#contract/complaintPosts'
import type { PostId } from '#contract/postIds'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintPostRow } from '../exchangeTables.ts'

/** Posts tied to a complaint, the newest tie first; not those in the trash. */
export async function postsOf(db: Reader, id: ComplaintId): Promise<ComplaintPost[]> {
  return selectPosts(db)
    .where('complaint_post.complaint_id', '=', id)
    .where('complaint_post.removed_at', 'is', null)
    .where('post.trashed_at', 'is', null)
    .orderBy('complaint_post.at', 'desc')
    .orderBy('complaint_post.id')
    .execute()
}

/** One tie as it is shown. */
export function tiedPost(db: Reader, id: PostTieId): Promise<ComplaintPost> {
  return selectPosts(db).where('complaint_post.id', '=', id).executeTakeFirstOrThrow()
}

function selectPosts(db: Reader) {
  return db
    .selectFrom('complaint_post')
    .innerJoin('post', 'post.id', 'complaint_post.post_id')
    .select(['post.id as postId', 'post.title', 'post.status', 'post.first_day as day'])
    .select(['complaint_post.at', 'complaint_post.id as tieId'])
}

/** Complaints a post is tied to, by number. */
export function casesOfPost(db: Reader, postId: PostId) {
  return db
    .selectFrom('complaint_post')
    .innerJoin('complaint', 'complaint.id', 'complaint_post.complaint_id')
    .select(['complaint.id', 'complaint.number', 'complaint.status'])
    .where('complaint_post.post_id', '=', postId)
    .where('complaint_post.removed_at', 'is', null)
    .orderBy('complaint.ordinal')
    .execute()
}

/** Null where there is none. */
export async function findTie(db: Reader, id: PostTieId): Promise<ComplaintPostRow | null> {
  const row = await db
    .selectFrom('complaint_post')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Whether a post is tied to a complaint. */
export async function isTied(db: Reader, id: ComplaintId, postId: PostId): Promise<boolean> {
  const row = await db
    .selectFrom('complaint_post')
    .select('id')
    .where('complaint_id', '=', id)
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertTie(db: Writer, row: ComplaintPostRow): Promise<void> {
  await db.insertInto('complaint_post').values(row).execute()
}

/** @param removedAt null: it holds again */
export async function setTieRemoved(
  db: Writer,
  id: PostTieId,
  removedAt: Instant | null,
): Promise<void> {
  await db
    .updateTable('complaint_post')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute()
}
