import type { Kysely } from 'kysely'

/** Posts that were chosen as answers to complaints. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('post_id', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  for (const column of ['complaint_id', 'post_id']) {
    await db.schema
      .createIndex(`complaint_post_${column}`)
      .on('complaint_post')
      .columns([column, 'removed_at'])
      .execute()
  }
}
