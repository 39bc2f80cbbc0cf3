import type { Kysely } from 'kysely'

/** Posts that are written again and again, with what they leave open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('post_template')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('shipped_key', 'text', (c) => c.unique())
    .addColumn('clause', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('phase_number', 'integer')
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('slot', 'text')
    .addColumn('time', 'text')
    .addColumn('requested', 'text')
    .addColumn('delivered', 'text')
    .addColumn('removed_at', 'text')
    .execute()
}
