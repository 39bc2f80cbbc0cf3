import type { Kysely } from 'kysely'

/** Views that are saved are of the calendar or of the complaint register. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('saved_view')
    .addColumn('shown_on', 'text', (c) => c.notNull().defaultTo('calendar'))
    .execute()
}
