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
}
