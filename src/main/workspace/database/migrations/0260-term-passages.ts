import type { Kysely } from 'kysely'

/**
 * A person's word on a sensitive term holds for the passage that was looked at. Words given before
 * name none, and have to be given anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('post_term_check')
    .addColumn('passage', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
}
