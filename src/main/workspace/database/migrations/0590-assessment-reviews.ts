import { sql, type Kysely } from 'kysely'

/**
 * The way of an assessment to its approval, its revisions and what each of them said. What was closed
 * before there was such a way stays closed: nobody approved it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('assessment')
    .addColumn('stage', 'text', (c) => c.notNull().defaultTo('open'))
    .execute()
  await db.schema
    .alterTable('assessment')
    .addColumn('revision', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  await sql`update assessment set stage = 'closed' where closed_at is not null`.execute(db)
  await db.schema
    .createTable('assessment_step')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('deed', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('by_name', 'text', (c) => c.notNull())
    .addColumn('by_post', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('remark', 'text', (c) => c.notNull())
    .addColumn('signature', 'text')
    .addColumn('warnings', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text')
    .execute()
  // Two people who take a step at the same moment: one of them is told.
  await db.schema
    .createIndex('assessment_step_of')
    .on('assessment_step')
    .columns(['assessment_id', 'place'])
    .unique()
    .execute()
  await db.schema
    .createTable('assessment_snapshot')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('assessment_snapshot_of')
    .on('assessment_snapshot')
    .columns(['assessment_id', 'revision'])
    .unique()
    .execute()
}
