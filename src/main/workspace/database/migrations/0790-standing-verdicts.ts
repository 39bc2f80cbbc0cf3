import { sql, type Kysely } from 'kysely'

/**
 * Which clocks were judged when they were met or the complaint was settled: what is kept of them is
 * what the figures said until now, and stands. What has no due and was not met was never measured.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('complaint')
    .addColumn('judged', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  const open = sql`('new', 'needs-information', 'forwarded', 'in-progress')`
  await sql`update complaint set judged = trim(
    case when acknowledged_at is not null or responded_at is not null
      then 'acknowledge ' else '' end
    || case when responded_at is not null then 'respond' else '' end)
    where status in ${open} and (acknowledged_at is not null or responded_at is not null)`.execute(
    db,
  )
  await sql`update complaint set judged =
    case when acknowledged_at is not null or responded_at is not null
      or due_acknowledge is not null then 'acknowledge ' else '' end
    || case when responded_at is not null or due_respond is not null then 'respond ' else '' end
    || case when settled_at is not null then 'progress close ' else '' end
    || 'set'
    where status not in ${open}`.execute(db)
}
