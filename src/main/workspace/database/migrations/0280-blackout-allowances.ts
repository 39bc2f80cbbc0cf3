import type { Kysely } from 'kysely'

/** One post that somebody lets through a blackout that holds cheerful ones, with the reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blackout_allowance')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('post_id', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('note_id', 'text', (c) => c.notNull().references('calendar_note.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('given_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('given_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('blackout_allowance_by_post')
    .on('blackout_allowance')
    .column('post_id')
    .execute()
}
