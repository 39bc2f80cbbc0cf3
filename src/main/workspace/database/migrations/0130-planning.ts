import type { Kysely } from 'kysely'

/** What stands behind the days of the calendar: notes and blackouts, holds, sensitive terms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('calendar_note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('effect', 'text')
    .addColumn('states', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('calendar_note_by_days')
    .on('calendar_note')
    .columns(['ends_on', 'starts_on'])
    .execute()
  await db.schema
    .createTable('hold')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('held_by', 'text', (c) => c.notNull().references('person.id'))
    // 1 while it lasts, then null: the index lets only one last.
    .addColumn('open', 'integer')
    .addColumn('resumed_at', 'text')
    .addColumn('resumed_by', 'text', (c) => c.references('person.id'))
    .addColumn('resume_note', 'text')
    .execute()
  await db.schema.createIndex('hold_open').on('hold').columns(['open']).unique().execute()
  await db.schema.createIndex('hold_by_time').on('hold').columns(['since', 'id']).execute()
  await db.schema
    .createTable('sensitive_term')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('term', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('suggestion', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
}
