import type { Kysely } from 'kysely'

/** Complainants with whom care is needed: why, who approved it, and when it is reviewed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complainant_flag')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complainant_id', 'text', (c) => c.notNull().references('complainant.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('review_on', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('approved_by', 'text', (c) => c.references('person.id'))
    .addColumn('approved_at', 'text')
    .addColumn('ended_at', 'text')
    .execute()
  await db.schema
    .createIndex('complainant_flag_of')
    .on('complainant_flag')
    .columns(['complainant_id', 'asked_at'])
    .execute()
}
