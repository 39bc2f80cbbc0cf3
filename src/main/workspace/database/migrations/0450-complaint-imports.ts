import type { Kysely } from 'kysely'

/**
 * Complaints that came in together from the register an office kept before, under the numbers they
 * had there; and of every complaint how grave it is and how hard to settle.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('complaints', 'integer', (c) => c.notNull())
    .addColumn('imported_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('imported_at', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .execute()
  for (const column of ['old_reference', 'old_reference_key']) {
    await db.schema
      .alterTable('complaint')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  }
  await db.schema
    .alterTable('complaint')
    .addColumn('import_id', 'text', (c) => c.references('complaint_import.id'))
    .execute()
  for (const column of ['severity', 'difficulty']) {
    await db.schema.alterTable('complaint').addColumn(column, 'text').execute()
  }
  for (const column of ['old_reference_key', 'import_id', 'severity', 'difficulty']) {
    await db.schema
      .createIndex(`complaint_${column}`)
      .on('complaint')
      .columns([column, 'ordinal'])
      .execute()
  }
  // Whatever the filters count is read from one index: rows themselves are long.
  await db.schema.dropIndex('complaint_counted').execute()
  await db.schema
    .createIndex('complaint_counted')
    .on('complaint')
    .columns([
      ...['status', 'kind', 'sub_kind', 'channel', 'state', 'assignee_id', 'urgent', 'account_id'],
      ...['received_day', 'next_due', 'paused', 'master_id', 'severity', 'difficulty'],
    ])
    .execute()
}
