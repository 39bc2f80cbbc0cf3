import type { Kysely } from 'kysely'

/** What stood on an account once a post was out, to be held against what was approved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('post_publication').addColumn('posted_text', 'text').execute()
  await db.schema
    .alterTable('post_publication')
    .addColumn('compared_by', 'text', (c) => c.references('person.id'))
    .execute()
  await db.schema.alterTable('post_publication').addColumn('compared_at', 'text').execute()
}
