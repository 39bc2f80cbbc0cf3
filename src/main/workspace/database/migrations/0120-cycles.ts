import type { Kysely } from 'kysely'

/** Cycles of the five promotion phases, and what each phase wants. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('cycle')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('example', 'integer', (c) => c.notNull())
    .addColumn('archived', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('phase')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cycle_id', 'text', (c) => c.notNull().references('cycle.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text', (c) => c.notNull())
    .addColumn('objective', 'text', (c) => c.notNull())
    .addColumn('colour', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'text', (c) => c.references('person.id'))
    .execute()
  await db.schema
    .createIndex('phase_by_cycle')
    .on('phase')
    .columns(['cycle_id', 'number'])
    .unique()
    .execute()
  await db.schema.createIndex('phase_by_day').on('phase').columns(['starts_on']).execute()
  await db.schema
    .createTable('phase_target')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('phase_id', 'text', (c) => c.notNull().references('phase.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('target_key', 'text', (c) => c.notNull())
    .addColumn('wanted', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('phase_target_by_key')
    .on('phase_target')
    .columns(['phase_id', 'kind', 'target_key'])
    .unique()
    .execute()
}
