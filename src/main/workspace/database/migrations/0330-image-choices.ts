import type { Kysely } from 'kysely'

/** What choosing among the photos of one event changed, so that it can be taken back at any time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_choice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('check_id', 'text', (c) =>
      c.notNull().references('image_check.id').onDelete('cascade'),
    )
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('image_choice_by_check')
    .on('image_choice')
    .columns(['check_id', 'number'])
    .execute()
}
