import type { Kysely } from 'kysely'

/** Complaints in the hands of others, and where those outside the jurisdiction should have gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_forwarding')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('agency', 'text', (c) => c.notNull())
    .addColumn('outside', 'integer', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('stepped', 'integer', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('reminders', 'integer', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('outcome_at', 'text')
    .addColumn('outcome_note', 'text', (c) => c.notNull())
    .addColumn('outcome_by', 'text', (c) => c.references('person.id'))
    .addColumn('outcome_stepped', 'integer', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('complaint_forwarding_of')
    .on('complaint_forwarding')
    .columns(['complaint_id', 'at'])
    .execute()
  // Where it should have gone; null: it came to the right door, as far as is known.
  await db.schema.alterTable('complaint').addColumn('wrong_agency', 'text').execute()
}
