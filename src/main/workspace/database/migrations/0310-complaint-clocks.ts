import type { Kysely } from 'kysely'

/** The clocks of complaints: which set of limits, what was met, when it stood still, what is due. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const added = [...(['clock_set', 'set_why', 'set_reason', 'clocks_from'] as const)]
  for (const column of added) {
    await db.schema
      .alterTable('complaint')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(''))
      .execute()
  }
  const moments = [
    ...(['acknowledged_at', 'responded_at', 'progressed_at', 'settled_at'] as const),
    ...(['due_acknowledge', 'due_respond', 'due_progress', 'due_close', 'next_due'] as const),
  ]
  for (const column of moments) {
    await db.schema.alterTable('complaint').addColumn(column, 'text').execute()
  }
  await db.schema
    .alterTable('complaint')
    .addColumn('paused', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('complaint_pause')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('from_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('expected', 'text')
    .execute()
  await db.schema
    .createIndex('complaint_pause_of')
    .on('complaint_pause')
    .columns(['complaint_id', 'from_at'])
    .execute()
  await db.schema
    .createIndex('complaint_due')
    .on('complaint')
    .columns(['next_due', 'ordinal'])
    .execute()
}
