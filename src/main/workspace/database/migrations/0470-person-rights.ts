import type { Kysely } from 'kysely'

/** What people ask about their data, what was told of them to others, and notes beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_request')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('complainant_id', 'text', (c) => c.notNull().references('complainant.id'))
    .addColumn('asked', 'text', (c) => c.notNull())
    .addColumn('received_on', 'text', (c) => c.notNull())
    .addColumn('extension', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('answered_on', 'text')
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createTable('person_note')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complainant_id', 'text', (c) => c.notNull().references('complainant.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createTable('disclosure')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('to_whom', 'text', (c) => c.notNull())
    .addColumn('on_day', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('basis', 'text', (c) => c.notNull())
    .addColumn('automatic', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  for (const [table, column] of [
    ['person_request', 'complainant_id'],
    ['person_note', 'complainant_id'],
    ['disclosure', 'complaint_id'],
  ] as const) {
    await db.schema.createIndex(`${table}_of`).on(table).columns([column]).execute()
  }
}
