import type { Kysely } from 'kysely'

/** Assessments by a published version of a checklist, and what was answered control by control. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('version_id', 'text', (c) => c.notNull().references('framework_version.id'))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.references('account.id'))
    .addColumn('unit', 'text')
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('started_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text', (c) => c.references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  // Whether a checklist is in use.
  await db.schema
    .createIndex('assessment_by_version')
    .on('assessment')
    .column('version_id')
    .execute()
  await db.schema
    .createTable('assessment_answer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('control_key', 'text', (c) => c.notNull())
    .addColumn('result', 'text')
    .addColumn('progress', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('assessment_answer_by_control')
    .on('assessment_answer')
    .columns(['assessment_id', 'control_key'])
    .unique()
    .execute()
  await db.schema
    .createTable('assessment_carry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('from_version', 'text', (c) => c.notNull().references('framework_version.id'))
    .addColumn('from_hash', 'text', (c) => c.notNull())
    .addColumn('to_version', 'text', (c) => c.notNull().references('framework_version.id'))
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('undone_at', 'text')
    .execute()
  await db.schema
    .createIndex('assessment_carry_of')
    .on('assessment_carry')
    .columns(['assessment_id', 'at'])
    .execute()
}
