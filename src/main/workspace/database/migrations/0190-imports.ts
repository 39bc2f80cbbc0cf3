import type { Kysely } from 'kysely'

/** Posts that came in together from a sheet, so that they can go together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('posts', 'text', (c) => c.notNull())
    .addColumn('imported_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('imported_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
}
