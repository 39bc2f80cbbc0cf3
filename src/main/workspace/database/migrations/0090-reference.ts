import type { Kysely } from 'kysely'

/** Lists of reference data: what was shipped, and beside it what the office made of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reference_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('list', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('shipped', 'text')
    .addColumn('shipped_version', 'integer')
    .addColumn('own', 'text')
    .addColumn('removed', 'integer', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('reference_item_by_key')
    .on('reference_item')
    .columns(['list', 'key'])
    .unique()
    .execute()
}
