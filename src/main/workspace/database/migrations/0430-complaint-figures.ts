import type { Kysely } from 'kysely'

/** What figures are counted from, and the posts that explain what complaints are about. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Everything a figure counts by, in the order of days: rows themselves are long.
  await db.schema
    .createIndex('complaint_figures')
    .on('complaint')
    .columns([
      ...['received_day', 'status', 'kind', 'state', 'channel', 'assignee_id', 'clock_set'],
      ...['reopened', 'wrong_agency', 'received_at', 'acknowledged_at', 'responded_at'],
      ...['settled_at', 'due_acknowledge', 'due_respond', 'due_close', 'id'],
    ])
    .execute()
  await db.schema
    .createIndex('complaint_settled')
    .on('complaint')
    .columns(['settled_at', 'ordinal'])
    .execute()
  await db.schema
    .createIndex('complaint_forwarding_agency')
    .on('complaint_forwarding')
    .columns(['agency', 'complaint_id'])
    .execute()
  await db.schema
    .createTable('complaint_explanation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('post_id', 'text', (c) => c.notNull().references('post.id'))
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('filter', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .execute()
  await db.schema
    .createIndex('complaint_explanation_about')
    .on('complaint_explanation')
    .columns(['about', 'at'])
    .execute()
  await db.schema
    .createIndex('complaint_explanation_post')
    .on('complaint_explanation')
    .columns(['post_id'])
    .execute()
}
