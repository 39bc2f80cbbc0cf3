import { z } from 'zod'
import type { PostId } from '#contract/postIds'
import type { PostDraft } from '#contract/posts'
import type { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostDraftRow } from '../tables.ts'

const Fields = z.record(z.string(), z.unknown())

/** What one person has half typed, the newest first. */
export async function listDrafts(db: Reader, personId: PersonId): Promise<PostDraft[]> {
  const rows = await db
    .selectFrom('post_draft')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('saved_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    postId: row.post_id,
    baseVersion: row.base_version,
    content: Fields.parse(JSON.parse(row.content)),
    savedAt: row.saved_at,
  }))
}

/** Puts a draft in the place of the one this person had of the same post. */
export async function writeDraft(db: Writer, row: PostDraftRow): Promise<void> {
  await removeDraft(db, row.person_id, row.post_id)
  await db.insertInto('post_draft').values(row).execute()
}

export async function removeDraft(
  db: Writer,
  personId: PersonId,
  postId: PostId | null,
): Promise<void> {
  await db
    .deleteFrom('post_draft')
    .where('person_id', '=', personId)
    .where('post_id', postId === null ? 'is' : '=', postId)
    .execute()
}
