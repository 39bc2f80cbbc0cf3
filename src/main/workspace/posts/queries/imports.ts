import { z } from 'zod'
import type { ImportId, PostImport } from '#contract/postImports'
import { PostId } from '#contract/postIds'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostImportRow } from '../importTables.ts'

const Ids = z.array(PostId)
/** How many posts are looked up at a time. */
const together = 400

/** Newest first. */
export async function listImports(db: Reader): Promise<PostImport[]> {
  const rows = await db
    .selectFrom('post_import')
    .innerJoin('person', 'person.id', 'post_import.imported_by')
    .selectAll('post_import')
    .select('person.name as by_name')
    .orderBy('imported_at', 'desc')
    .orderBy('post_import.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.file_name, posts: toIds(row).length },
    ...{ byName: row.by_name, at: row.imported_at, undoneAt: row.undone_at },
  }))
}

/** An import with its posts, in the order of their rows. */
export async function findImport(
  db: Reader,
  id: ImportId,
): Promise<{ ids: PostId[]; undoneAt: Instant | null } | null> {
  const row = await db.selectFrom('post_import').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ids: toIds(row), undoneAt: row.undone_at }
}

/** Those of some posts of which results or corrections were recorded since. */
export async function followedPosts(db: Reader, ids: readonly PostId[]): Promise<Set<PostId>> {
  const followed = new Set<PostId>()
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together)
    for (const table of ['post_result', 'post_correction'] as const) {
      const rows = await db
        .selectFrom(table)
        .select('post_id')
        .distinct()
        .where('post_id', 'in', some)
        .where('removed_at', 'is', null)
        .orderBy('post_id')
        .execute()
      for (const { post_id } of rows) followed.add(post_id)
    }
  }
  return followed
}

export async function insertImport(db: Writer, row: PostImportRow): Promise<void> {
  await db.insertInto('post_import').values(row).execute()
}

export async function setUndone(db: Writer, id: ImportId, at: Instant): Promise<void> {
  await db.updateTable('post_import').set({ undone_at: at }).where('id', '=', id).execute()
}

function toIds({ posts }: Pick<PostImportRow, 'posts'>): PostId[] {
  return Ids.parse(JSON.parse(posts))
}
