import type { Kysely } from 'kysely'

/** What was made from what: pictures made to size, linked to their originals by content. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_derivation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('result_hash', 'text', (c) => c.notNull())
    .addColumn('result_name', 'text', (c) => c.notNull())
    .addColumn('original_hash', 'text', (c) => c.notNull())
    .addColumn('original_name', 'text', (c) => c.notNull())
    .addColumn('choices', 'text', (c) => c.notNull())
    .addColumn('on_disk', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('image_derivation_by_result')
    .on('image_derivation')
    .columns(['result_hash', 'original_hash'])
    .unique()
    .execute()
  await db.schema
    .createIndex('image_derivation_by_original')
    .on('image_derivation')
    .columns(['original_hash'])
    .execute()
}
