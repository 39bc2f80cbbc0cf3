import type { Kysely } from 'kysely'

/** What a person said of two pictures, by their contents: it holds in every later batch. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_pair')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('first_hash', 'text', (c) => c.notNull())
    .addColumn('second_hash', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('image_pair_by_hashes')
    .on('image_pair')
    .columns(['first_hash', 'second_hash'])
    .unique()
    .execute()
  await db.schema
    .createIndex('image_pair_by_second')
    .on('image_pair')
    .columns(['second_hash'])
    .execute()
}
