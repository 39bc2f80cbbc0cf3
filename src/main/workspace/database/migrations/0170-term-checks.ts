import type { Kysely } from 'kysely'

/** Sensitive terms of a post that a person looked at, and why they may stay. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post_term_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('post_id', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('term', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('checked_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('checked_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('post_term_check_by_post')
    .on('post_term_check')
    .column('post_id')
    .execute()
}
