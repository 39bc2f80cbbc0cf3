import type { Comment, OpenComment } from '#contract/postApproval'
import type { CommentId, PostId } from '#contract/postIds'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostCommentRow } from '../tables.ts'

/** Remarks on one post, the oldest first. */
export async function listComments(db: Reader, postId: PostId): Promise<Comment[]> {
  const rows = await selectComments(db)
    .where('post_id', '=', postId)
    .where('post_comment.removed_at', 'is', null)
    .execute()
  return rows.map(toComment)
}

/** Everything not settled yet, over all posts, the oldest first. */
export async function openComments(db: Reader): Promise<OpenComment[]> {
  const rows = await selectComments(db)
    .where('post_comment.removed_at', 'is', null)
    .where('settled_at', 'is', null)
    .where('post.trashed_at', 'is', null)
    .execute()
  return rows.map((row) => ({ ...toComment(row), postTitle: row.post_title }))
}

/** One remark, removed or not. */
export async function findComment(
  db: Reader,
  id: CommentId,
): Promise<{ comment: Comment; removed: boolean } | null> {
  const row = await selectComments(db).where('post_comment.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { comment: toComment(row), removed: row.removed_at !== null }
}

export async function insertComment(db: Writer, row: PostCommentRow): Promise<void> {
  await db.insertInto('post_comment').values(row).execute()
}

export async function updateComment(
  db: Writer,
  id: CommentId,
  changes: Partial<Omit<PostCommentRow, 'id' | 'post_id' | 'written_by'>>,
): Promise<void> {
  await db.updateTable('post_comment').set(changes).where('id', '=', id).execute()
}

function selectComments(db: Reader) {
  return db
    .selectFrom('post_comment')
    .innerJoin('post', 'post.id', 'post_comment.post_id')
    .innerJoin('person', 'person.id', 'post_comment.written_by')
    .leftJoin('person as settler', 'settler.id', 'post_comment.settled_by')
    .selectAll('post_comment')
    .select(['person.name as by_name', 'settler.name as settler_name', 'post.title as post_title'])
    .orderBy('written_at')
    .orderBy('post_comment.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectComments>['execute']>>[number]

function toComment(row: Row): Comment {
  return {
    id: row.id,
    postId: row.post_id,
    text: row.body,
    byId: row.written_by,
    byName: row.by_name,
    at: row.written_at,
    editedAt: row.edited_at,
    settledByName: row.settler_name,
    settledAt: row.settled_at,
  }
}
