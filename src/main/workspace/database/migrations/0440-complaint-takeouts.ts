import type { Kysely } from 'kysely'

/** That complaints left the register: as what, by whom, why, and which with nothing covered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_takeout')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('covered', 'integer', (c) => c.notNull())
    .addColumn('cases', 'integer', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('complaint_takeout_case')
    .addColumn('takeout_id', 'text', (c) => c.notNull().references('complaint_takeout.id'))
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addPrimaryKeyConstraint('complaint_takeout_case_key', ['takeout_id', 'complaint_id'])
    .execute()
  await db.schema
    .createIndex('complaint_takeout_case_of')
    .on('complaint_takeout_case')
    .columns(['complaint_id', 'takeout_id'])
    .execute()
}
