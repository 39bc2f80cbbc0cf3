import type { Kysely } from 'kysely'

/** Breaches of personal data, and who was told of them (PDPA s.12B). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('breach')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('began_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('known_at', 'text', (c) => c.notNull())
    .addColumn('people', 'integer')
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('harm', 'integer', (c) => c.notNull())
    .addColumn('consequences', 'text', (c) => c.notNull())
    .addColumn('measures', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    // Numbers, not rows: what was disposed of since keeps its number.
    .addColumn('numbers', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createTable('breach_notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('breach_id', 'text', (c) => c.notNull().references('breach.id'))
    .addColumn('party', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('breach_notice_of')
    .on('breach_notice')
    .columns(['breach_id', 'party'])
    .execute()
}
