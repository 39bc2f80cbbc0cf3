import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('series come to %s, the posts that were there stay', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0210-series'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  const post = (id: string) =>
    sql`insert into post (id, title, brief, kind, thrusts, segments, body, hashtags, links, notes,
      status, status_at, status_reason, missing, incomplete, search_text, version, content_hash,
      created_by, created_at, changed_at)
    values (${id}, 'Tip', '', 'text', '[]', '[]', '', '[]', '[]', '', 'draft', '', '', '[]', 0, '',
      1, 'a', 'p1', '', '')`.execute(db)
  await post('a')
  const before = (await sql<object>`select * from post`.execute(db)).rows

  await migrateToLatest(db)
  expect((await sql`select * from post`.execute(db)).rows).toEqual(
    before.map((row) => ({
      ...{ ...row, series_id: null, series_day: null, status_changes: 0 },
      ...{ first_day: null, first_time: null },
    })),
  )
  await sql`insert into post_series (id, rule, starts_on, made_to, skips, content, status,
    written_by, created_at) values ('s', '{}', '', '', '[]', '{}', 'draft', 'p1', '')`.execute(db)
  await post('b')
  const join = (id: string, day: string) =>
    sql`update post set series_id = 's', series_day = ${day} where id = ${id}`.execute(db)
  await join('a', '2026-12-01')
  // One post for each day of a series; those in none are as many as they like.
  await expect(join('b', '2026-12-01')).rejects.toThrow()
  await join('b', '2026-12-02')
  await post('c')
  await post('d')
  await db.destroy()
})
