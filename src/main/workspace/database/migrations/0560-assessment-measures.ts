import type { Kysely } from 'kysely'

/** What was measured of the controls of an assessment, with the figures of that day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment_measure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('control_key', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('measured', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('reason_at', 'text')
    .addColumn('reason_by', 'text', (c) => c.references('person.id'))
    .execute()
  await db.schema
    .createIndex('assessment_measure_by_control')
    .on('assessment_measure')
    .columns(['assessment_id', 'control_key'])
    .unique()
    .execute()
}
