import type { Kysely } from 'kysely'

/** What an assessment found, and what is done about it until it works. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment_finding')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('control_key', 'text', (c) => c.notNull())
    .addColumn('severity', 'text', (c) => c.notNull())
    .addColumn('finding', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('raised_at', 'text', (c) => c.notNull())
    .addColumn('raised_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('closing', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text', (c) => c.references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('assessment_finding_of')
    .on('assessment_finding')
    .columns(['assessment_id', 'control_key'])
    .execute()
  await db.schema
    .createTable('corrective_action')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('finding_id', 'text', (c) => c.notNull().references('assessment_finding.id'))
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('due', 'text', (c) => c.notNull())
    .addColumn('progress', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('remark', 'text')
    .addColumn('checked_at', 'text')
    .addColumn('checked_by', 'text', (c) => c.references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('corrective_action_of')
    .on('corrective_action')
    .column('finding_id')
    .execute()
  // Whose actions are late.
  await db.schema
    .createIndex('corrective_action_due')
    .on('corrective_action')
    .columns(['owner_id', 'due'])
    .execute()
}
