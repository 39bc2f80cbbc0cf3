import type { Kysely } from 'kysely'

/** Limits by which clocks stay judged that were met before a complaint came to have another set. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('complaint')
    .addColumn('kept_limits', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
}
