import type { Kysely } from 'kysely'

/**
 * What complaints have to do with each other: which were told apart, which are looked into together
 * or repeat another one; people who are one; views of the register; how attached pictures look.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await apart(db)
  await groups(db)
  await others(db)
}

async function apart(db: Kysely<unknown>): Promise<void> {
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

async function groups(db: Kysely<unknown>): Promise<void> {
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

async function others(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('complainant')
    .addColumn('same_as', 'text', (c) => c.references('complainant.id'))
    .execute()
  await db.schema
    .createIndex('complainant_same_as')
    .on('complainant')
    .columns(['same_as', 'id'])
    .execute()
  await db.schema
    .alterTable('saved_view')
    .addColumn('shown_on', 'text', (c) => c.notNull().defaultTo('calendar'))
    .execute()
  await db.schema.alterTable('attachment').addColumn('look', 'text').execute()
}
