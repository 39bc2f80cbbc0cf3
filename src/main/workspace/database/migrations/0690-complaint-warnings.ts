import { sql, type Kysely } from 'kysely'

/** When a complaint's clocks warn, when who answers for it must know, and that they were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const moments = [
    ...(['used_50_at', 'used_75_at', 'used_90_at', 'late_at'] as const),
    ...(['approver_at', 'head_at'] as const),
  ]
  for (const column of moments) {
    await db.schema.alterTable('complaint').addColumn(column, 'text').execute()
    // What is settled warns nobody: these hold the open ones alone.
    await db.schema
      .createIndex(`complaint_${column}`)
      .on('complaint')
      .columns([column, 'ordinal'])
      .where(sql.ref(column), 'is not', null)
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
      ...['used_75_at', 'used_90_at', 'approver_at', 'head_at'],
    ])
    .execute()
  await db.schema
    .createTable('complaint_warning')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('reached_at', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('complaint_warning_once', [
      ...(['complaint_id', 'mark', 'reached_at', 'person_id'] as const),
    ])
    .execute()
  // The moments hang on the office's days and sets: the first opening counts them.
  await sql`insert into setting (name, value) select 'complaints-uncounted', 'true'
    where exists (select 1 from complaint
      where status in ('new', 'needs-information', 'forwarded', 'in-progress'))`.execute(db)
}
