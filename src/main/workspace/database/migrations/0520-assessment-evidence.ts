import type { Kysely } from 'kysely'

/** Pieces of evidence, and at which controls of which assessments each of them stands. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text')
    .addColumn('url', 'text')
    // Without a reference: the evidence says what it was when the thing itself is gone.
    .addColumn('post_id', 'text')
    .addColumn('complaint_number', 'text')
    .addColumn('image_id', 'text')
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createTable('evidence_use')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('evidence_id', 'text', (c) => c.notNull().references('evidence.id'))
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('control_key', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  // A piece stands at a control once; taken off, it can come back.
  await db.schema
    .createIndex('evidence_use_once')
    .on('evidence_use')
    .columns(['assessment_id', 'control_key', 'evidence_id'])
    .unique()
    .execute()
  await db.schema.createIndex('evidence_use_of').on('evidence_use').column('evidence_id').execute()
}
