import type { PostId, ResultId } from '#contract/postIds'
import type { Result, ResultFields } from '#contract/postPublication'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostResultRow } from '../tables.ts'

/** What a post reached, by day, then by account. */
export async function listResults(db: Reader, postId: PostId): Promise<Result[]> {
  const rows = await selectResults(db)
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(toResult)
}

/** One result, removed or not. */
export async function findResult(
  db: Reader,
  id: ResultId,
): Promise<{ result: Result; removed: boolean } | null> {
  const row = await selectResults(db).where('post_result.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { result: toResult(row), removed: row.removed_at !== null }
}

export function resultColumns({ accountId, ...fields }: ResultFields) {
  return { account_id: accountId, ...fields } satisfies Partial<PostResultRow>
}

export async function insertResults(db: Writer, rows: readonly PostResultRow[]): Promise<void> {
  await db.insertInto('post_result').values(rows).execute()
}

/** How many ids a query names at a time. */
const together = 400

/** What posts reached, removed results left out; in the order of the posts, then by id. */
export async function resultsOfPosts(db: Reader, ids: readonly PostId[]): Promise<Result[]> {
  const found: Result[] = []
  for (let at = 0; at < ids.length; at += together) {
    const rows = await selectResults(db)
      .where('post_id', 'in', ids.slice(at, at + together))
      .where('removed_at', 'is', null)
      .execute()
    found.push(...rows.map(toResult))
  }
  return found
}

/** Results as they stand, removed ones too, by id. */
export async function resultRows(db: Reader, ids: readonly ResultId[]): Promise<PostResultRow[]> {
  return db.selectFrom('post_result').selectAll().where('id', 'in', ids).orderBy('id').execute()
}

export async function updateResult(
  db: Writer,
  id: ResultId,
  changes: Partial<Omit<PostResultRow, 'id' | 'post_id'>>,
): Promise<void> {
  await db.updateTable('post_result').set(changes).where('id', '=', id).execute()
}

function selectResults(db: Reader) {
  return db
    .selectFrom('post_result')
    .innerJoin('person', 'person.id', 'post_result.recorded_by')
    .selectAll('post_result')
    .select('person.name as typist_name')
    .orderBy('day')
    .orderBy((e) => e.fn.coalesce('account_id', e.val('')))
    .orderBy('post_result.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectResults>['execute']>>[number]

function toResult(row: Row): Result {
  return {
    id: row.id,
    postId: row.post_id,
    accountId: row.account_id,
    day: row.day,
    reach: row.reach,
    likes: row.likes,
    shares: row.shares,
    comments: row.comments,
    recordedByName: row.typist_name,
    recordedAt: row.recorded_at,
  }
}
