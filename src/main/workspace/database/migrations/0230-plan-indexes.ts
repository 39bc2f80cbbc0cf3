import type { Kysely } from 'kysely'

/**
 * The few accounts that have a slot of their own, found without reading all accounts of all posts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('post_account_apart')
    .on('post_account')
    .columns(['post_id', 'day', 'time'])
    .where((e) => e.or([e(e.ref('day'), 'is not', null), e(e.ref('time'), 'is not', null)]))
    .execute()
}
