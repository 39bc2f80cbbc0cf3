import type { Kysely } from 'kysely'

/**
 * Saved views go into the trash as all else does. A post tells which of its last days moved when
 * somebody changed the holidays or the days that work takes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('saved_view').addColumn('removed_at', 'text').execute()
  await db.schema
    .createTable('post_recount')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('post_id', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('because', 'text', (c) => c.notNull())
    .addColumn('moved', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('post_recount_by_post')
    .on('post_recount')
    .columns(['post_id', 'at'])
    .execute()
}
