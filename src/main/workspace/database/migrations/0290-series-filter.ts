import type { Kysely } from 'kysely'

/** As before, with the series: which posts are in one is counted without reading their long rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('post_by_day').execute()
  await db.schema
    .createIndex('post_by_day')
    .on('post')
    .columns([
      ...['day', 'time', 'id', 'trashed_at', 'status', 'phase_id', 'kind', 'category'],
      ...['owner_id', 'approver_id', 'incomplete', 'title', 'first_day', 'first_time'],
      'series_id',
    ])
    .execute()
}
