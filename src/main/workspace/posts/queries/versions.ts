import { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PostVersion } from '#contract/posts'
import type { Reader } from '../../database/schema.ts'

/** Every save of a post, the newest first. */
export async function listVersions(db: Reader, id: PostId): Promise<PostVersion[]> {
  const rows = await db
    .selectFrom('post_version')
    .innerJoin('person', 'person.id', 'post_version.saved_by')
    .select(['number', 'what', 'content_hash', 'person.name as by_name', 'saved_at'])
    .where('post_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    what: row.what,
    contentHash: row.content_hash,
    byName: row.by_name,
    at: row.saved_at,
  }))
}

/** What a post was at one save; null where there was no such save. */
export async function contentOfVersion(
  db: Reader,
  id: PostId,
  number: number,
): Promise<PostContent | null> {
  const row = await db
    .selectFrom('post_version')
    .select('content')
    .where('post_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row === undefined ? null : PostContent.parse(JSON.parse(row.content))
}
