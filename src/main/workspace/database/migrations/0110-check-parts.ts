import type { Kysely } from 'kysely'

/**
 * By which the files of a batch that was broken off are found within those that come after them.
 * A table of its own: lists of checks are read often, and without this.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_check_parts')
    .addColumn('check_id', 'text', (c) =>
      c.primaryKey().notNull().references('image_check.id').onDelete('cascade'),
    )
    .addColumn('parts', 'text', (c) => c.notNull())
    .addColumn('parts_version', 'integer', (c) => c.notNull())
    .execute()
}
