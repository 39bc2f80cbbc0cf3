import type { Kysely } from 'kysely'

/** Posts that come again by a rule, and what was done to them, so that it can be undone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post_series')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('made_to', 'text', (c) => c.notNull())
    .addColumn('skips', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('written_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('last_change', 'text')
    .execute()
  await db.schema
    .createTable('post_series_change')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
  await db.schema
    .alterTable('post')
    .addColumn('series_id', 'text', (c) => c.references('post_series.id'))
    .execute()
  await db.schema.alterTable('post').addColumn('series_day', 'text').execute()
  // One post for each day of a series, however often it is extended.
  await db.schema
    .createIndex('post_by_series')
    .unique()
    .on('post')
    .columns(['series_id', 'series_day'])
    .execute()
}
