import type { Kysely } from 'kysely'

/** Complaints that are looked into together, and those that repeat another one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['master_id', 'repeats_id']) {
    await db.schema
      .alterTable('complaint')
      .addColumn(column, 'text', (c) => c.references('complaint.id'))
      .execute()
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
      ...['received_day', 'next_due', 'paused', 'master_id'],
    ])
    .execute()
  await db.schema
    .createIndex('complaint_paused')
    .on('complaint')
    .columns(['paused', 'ordinal'])
    .execute()
}
