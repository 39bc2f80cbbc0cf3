import type { Kysely } from 'kysely'

/** People that turned out to be one: each keeps what they gave, and points to whom they are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('complainant')
    .addColumn('same_as', 'text', (c) => c.references('complainant.id'))
    .execute()
  await db.schema
    .createIndex('complainant_same_as')
    .on('complainant')
    .columns(['same_as', 'id'])
    .execute()
}
