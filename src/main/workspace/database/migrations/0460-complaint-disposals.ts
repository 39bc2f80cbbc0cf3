import type { Kysely } from 'kysely'

/** What keeps a case whatever its retention says; disposals, and the numbers they took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_hold')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('review_on', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text', (c) => c.references('person.id'))
    .addColumn('end_reason', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('complaint_hold_of')
    .on('complaint_hold')
    .columns(['complaint_id', 'ended_at'])
    .execute()
  await disposals(db)
  // Whose retention has ended is asked by when a case came to its last status.
  await db.schema
    .createIndex('complaint_retained')
    .on('complaint')
    .columns(['kind', 'status', 'status_at', 'ordinal'])
    .execute()
}

async function disposals(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disposal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('series', 'text', (c) => c.notNull())
    .addColumn('security', 'text', (c) => c.notNull())
    .addColumn('location', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('approved_at', 'text')
    .addColumn('approved_by', 'text', (c) => c.references('person.id'))
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('reference_on', 'text')
    .addColumn('executed_at', 'text')
    .addColumn('executed_by', 'text', (c) => c.references('person.id'))
    .addColumn('executed_entry', 'integer')
    .addColumn('counts', 'text')
    .addColumn('files', 'text', (c) => c.notNull())
    .addColumn('backups', 'integer')
    .addColumn('cleared_at', 'text')
    .addColumn('certified_on', 'text')
    .execute()
  // The complaint's id refers to no row: it outlives the complaint.
  await db.schema
    .createTable('disposal_case')
    .addColumn('complaint_id', 'text', (c) => c.notNull())
    .addColumn('disposal_id', 'text', (c) => c.notNull().references('disposal.id'))
    .addColumn('ordinal', 'integer', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('serial', 'integer', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('disposed_on', 'text')
    .addPrimaryKeyConstraint('disposal_case_place', ['disposal_id', 'complaint_id'])
    .execute()
  for (const column of ['complaint_id', 'number']) {
    await db.schema
      .createIndex(`disposal_case_${column}`)
      .on('disposal_case')
      .columns([column])
      .execute()
  }
  await db.schema
    .createIndex('disposal_case_serial')
    .on('disposal_case')
    .columns(['year', 'serial'])
    .execute()
}
