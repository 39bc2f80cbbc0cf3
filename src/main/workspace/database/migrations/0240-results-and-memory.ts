import type { Kysely } from 'kysely'

/** Results that came in together from a sheet, and what a person left on the screen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('result_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('results', 'text', (c) => c.notNull())
    .addColumn('imported_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('imported_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
  await db.schema
    .createTable('person_memory')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_memory_key', ['person_id', 'name'])
    .execute()
}
