import type { Kysely } from 'kysely'

/** What measuring a round anew changed, so that it can be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('campaign_measuring')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('campaign_round.id'))
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('undone_at', 'text')
    .execute()
  await db.schema
    .createIndex('campaign_measuring_of_round')
    .on('campaign_measuring')
    .columns(['round_id', 'at'])
    .execute()
}
