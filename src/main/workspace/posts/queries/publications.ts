import type { PostId, PublicationId } from '#contract/postIds'
import type { Publication } from '#contract/postPublication'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostPublicationRow } from '../tables.ts'

/** What was recorded of a post, in the order in which it was. */
export async function listPublications(db: Reader, postId: PostId): Promise<Publication[]> {
  const rows = await selectPublications(db)
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(toPublication)
}

export async function findPublication(db: Reader, id: PublicationId): Promise<Publication | null> {
  const row = await selectPublications(db)
    .where('post_publication.id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : toPublication(row)
}

/** The links under which some posts are to be seen. */
export async function linksOf(
  db: Reader,
  ids: readonly PostId[],
): Promise<Pick<Publication, 'postId' | 'accountId' | 'url'>[]> {
  const rows = await db
    .selectFrom('post_publication')
    .select(['post_id', 'account_id', 'url'])
    .where('post_id', 'in', ids)
    .where('removed_at', 'is', null)
    .where('url', '<>', '')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ postId: row.post_id, accountId: row.account_id, url: row.url }))
}

/** Whether anything was ever recorded of a post, taken back since or not. */
export async function hasEverRecords(db: Reader, postId: PostId): Promise<boolean> {
  const row = await db
    .selectFrom('post_publication')
    .select('id')
    .where('post_id', '=', postId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertPublication(db: Writer, row: PostPublicationRow): Promise<void> {
  await db.insertInto('post_publication').values(row).execute()
}

export async function updatePublication(
  db: Writer,
  id: PublicationId,
  changes: Partial<Omit<PostPublicationRow, 'id' | 'post_id' | 'account_id'>>,
): Promise<void> {
  await db.updateTable('post_publication').set(changes).where('id', '=', id).execute()
}

function selectPublications(db: Reader) {
  return db
    .selectFrom('post_publication')
    .innerJoin('person as typist', 'typist.id', 'post_publication.recorded_by')
    .leftJoin('person as publisher', 'publisher.id', 'post_publication.published_by')
    .leftJoin('person as comparer', 'comparer.id', 'post_publication.compared_by')
    .selectAll('post_publication')
    .select([
      'typist.name as typist_name',
      'publisher.name as publisher_name',
      'comparer.name as comparer_name',
    ])
    .orderBy('recorded_at')
    .orderBy('post_publication.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPublications>['execute']>>[number]

function toPublication(row: Row): Publication {
  return {
    id: row.id,
    postId: row.post_id,
    accountId: row.account_id,
    day: row.day,
    time: row.time,
    url: row.url,
    byId: row.published_by,
    byName: row.publisher_name,
    skippedReason: row.skipped_reason,
    recordedByName: row.typist_name,
    recordedAt: row.recorded_at,
    postedText: row.posted_text,
    comparedByName: row.comparer_name,
    comparedAt: row.compared_at,
  }
}
