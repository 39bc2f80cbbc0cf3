import type { Kysely } from 'kysely'

/** Campaigns: many subjects assessed over the same days, round after round. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('recurrence', 'text', (c) => c.notNull())
    .addColumn('responsible_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('subjects', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('started_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createTable('campaign_round')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('campaign_id', 'text', (c) => c.notNull().references('campaign.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('version_id', 'text', (c) => c.notNull().references('framework_version.id'))
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('due', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('started_by', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('campaign_round_of')
    .on('campaign_round')
    .columns(['campaign_id', 'number'])
    .unique()
    .execute()
  await db.schema
    .createTable('campaign_assessment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('campaign_round.id'))
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('campaign_assessment_of')
    .on('campaign_assessment')
    .columns(['round_id', 'place'])
    .execute()
  // An assessment belongs to one round at most.
  await db.schema
    .createIndex('campaign_assessment_once')
    .on('campaign_assessment')
    .column('assessment_id')
    .unique()
    .execute()
}
