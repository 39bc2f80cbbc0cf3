import type { Kysely } from 'kysely'

/** Public holidays by state, and which edition of the shipped list was loaded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('holiday')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('list_key', 'text', (c) => c.unique())
    .addColumn('date', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('states', 'text', (c) => c.notNull())
    .addColumn('reference', 'text')
    .addColumn('doubts', 'text', (c) => c.notNull())
    .addColumn('sources', 'text', (c) => c.notNull())
    .addColumn('changed', 'integer', (c) => c.notNull())
    .addColumn('removed', 'integer', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('holiday_by_date').on('holiday').column('date').execute()
  await db.schema
    .createTable('holiday_list')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute()
}
