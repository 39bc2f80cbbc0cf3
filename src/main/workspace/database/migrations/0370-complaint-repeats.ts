import type { Kysely } from 'kysely'

/** Which complaints somebody said are not the same, and what possible repeats are looked up by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_apart')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('first_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('second_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addUniqueConstraint('complaint_apart_pair', ['first_id', 'second_id'])
    .execute()
  await db.schema
    .createIndex('complaint_apart_second')
    .on('complaint_apart')
    .columns(['second_id'])
    .execute()
  // A stretch is read from the index as well as where it begins.
  await db.schema.dropIndex('complaint_road').execute()
  await db.schema
    .createIndex('complaint_along')
    .on('complaint')
    .columns(['road', 'from_metres', 'to_metres', 'ordinal'])
    .execute()
  await db.schema
    .createIndex('complaint_district')
    .on('complaint')
    .columns(['district', 'kind', 'ordinal'])
    .execute()
}
