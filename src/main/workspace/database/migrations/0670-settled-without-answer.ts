import { sql, type Kysely } from 'kysely'

/**
 * A complaint that was settled before an answer was asked for: its settling counted as the first
 * answer, and goes on counting so. What figures read stands in one index, with this.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('complaint').addColumn('answered_by_settling', 'text').execute()
  await sql`update complaint set answered_by_settling = settled_at
    where settled_at is not null and responded_at is null`.execute(db)
  await db.schema.dropIndex('complaint_figures').execute()
  await db.schema
    .createIndex('complaint_figures')
    .on('complaint')
    .columns([
      ...['received_day', 'status', 'kind', 'state', 'channel', 'assignee_id', 'clock_set'],
      ...['reopened', 'wrong_agency', 'received_at', 'acknowledged_at', 'responded_at'],
      ...[
        'settled_at',
        'answered_by_settling',
        'due_acknowledge',
        'due_respond',
        'due_close',
        'id',
      ],
    ])
    .execute()
}
