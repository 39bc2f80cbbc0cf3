import type { Kysely } from 'kysely'

/** Holidays that came in together from a sheet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('holiday_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('holidays', 'text', (c) => c.notNull())
    .addColumn('imported_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('imported_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
}
