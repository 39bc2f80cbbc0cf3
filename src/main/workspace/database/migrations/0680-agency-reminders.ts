import type { Kysely } from 'kysely'

/** What was written to an agency that had not answered, each with a letter of its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_reminder')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('forwarding_id', 'text', (c) => c.notNull().references('complaint_forwarding.id'))
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('complaint_reminder_of')
    .on('complaint_reminder')
    .columns(['complaint_id', 'forwarding_id', 'at'])
    .execute()
  await db.schema
    .alterTable('complaint_letter')
    .addColumn('reminder_id', 'text', (c) => c.references('complaint_reminder.id'))
    .execute()
}
