import type { Kysely } from 'kysely'

/**
 * The few accounts that have a slot of their own, found without reading all accounts of all posts;
 * and what is counted of the posts of a phase, read without the rows themselves.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('post_account_apart')
    .on('post_account')
    .columns(['post_id', 'day', 'time'])
    .where((e) => e.or([e(e.ref('day'), 'is not', null), e(e.ref('time'), 'is not', null)]))
    .execute()
  await db.schema
    .createIndex('post_by_phase')
    .on('post')
    .columns([
      ...['phase_id', 'trashed_at', 'status', 'category', 'kind', 'day', 'incomplete', 'missing'],
    ])
    .execute()
}
