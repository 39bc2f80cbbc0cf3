import type { Kysely } from 'kysely'

/** Answers that were begun together, and what complaint meetings decide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('complaint_answer').addColumn('together_id', 'text').execute()
  await db.schema
    .alterTable('complaint_answer')
    .addColumn('together_text', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .createIndex('complaint_answer_together')
    .on('complaint_answer')
    .column('together_id')
    .execute()
  await db.schema
    .createTable('complaint_decision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('met_on', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    .addColumn('due_on', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('done_at', 'text')
    .addColumn('done_by', 'text', (c) => c.references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('complaint_decision_of')
    .on('complaint_decision')
    .columns(['complaint_id', 'met_on'])
    .execute()
  await db.schema
    .createIndex('complaint_decision_due')
    .on('complaint_decision')
    .columns(['done_at', 'removed_at', 'due_on'])
    .execute()
}
