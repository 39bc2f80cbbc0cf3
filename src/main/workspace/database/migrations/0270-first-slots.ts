import { sql, type Kysely } from 'kysely'

/**
 * The first slot at which a post comes out anywhere, kept with the post: an account with a slot of
 * its own may come before the post's day, or all of them after it. The same as `firstSlot` says of
 * the content, worked out here for the posts that are there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['first_day', 'first_time']) {
    await db.schema.alterTable('post').addColumn(column, 'text').execute()
  }
  await sql`
    update post set first_day = coalesce(
      (select min(coalesce(own.day, post.day)) from post_account own where own.post_id = post.id),
      post.day)`.execute(db)
  await sql`
    update post set first_time = case
      when exists (select 1 from post_account own where own.post_id = post.id) then (
        select min(coalesce(own.time, case when own.day is null then post.time end))
        from post_account own
        where own.post_id = post.id and coalesce(own.day, post.day) = post.first_day)
      else post.time end
    where first_day is not null`.execute(db)
  // As before, with the first slot among what is counted without reading the long rows themselves.
  await db.schema.dropIndex('post_by_day').execute()
  await db.schema
    .createIndex('post_by_day')
    .on('post')
    .columns([
      ...['day', 'time', 'id', 'trashed_at', 'status', 'phase_id', 'kind', 'category'],
      ...['owner_id', 'approver_id', 'incomplete', 'title', 'first_day', 'first_time'],
    ])
    .execute()
  // What passed, and what comes out soon: found by the first slot, sifted and counted in the index.
  await db.schema
    .createIndex('post_by_first_day')
    .on('post')
    .columns([
      ...['first_day', 'first_time', 'id', 'trashed_at', 'status', 'phase_id', 'kind', 'category'],
      ...['owner_id', 'designer_id', 'approver_id', 'incomplete'],
    ])
    .execute()
}
