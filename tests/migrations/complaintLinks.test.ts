import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { linkKey } from '../../src/main/workspace/complaints/rules/linkKey.ts'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('public comments on %s are compared from now on', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0800-complaint-links'))
  await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
  const links = [
    '',
    'https://M.facebook.com/jkr/posts/7/?fbclid=1',
    'https://facebook.com/',
    'https://twitter.com/ali/status/1?s=20',
  ]
  // More than one statement takes.
  const all = [...links, ...Array.from({ length: 900 }, (_, place) => `https://a.my/${place}`)]
  for (const [place, link] of all.entries()) {
    await sql`insert into complaint (id, ordinal, year, serial, number, status, status_at,
        status_reason, reopened, channel, reference, reference_key, link, received_at, received_day,
        kind, what, answers, district, place, entered_at, entered_by, changed_at, version)
      values (${`c${place}`}, ${place + 1}, 2026, ${place + 1}, ${`ADU-2026-${place}`}, 'new', '', '',
        0, 'facebook', '', '', ${link}, '', '', 'other-agency', 'Lubang', '{}', '', '', '', 'p1', '',
        1)`.execute(db)
  }
  const before = (await sql<object>`select * from complaint order by ordinal`.execute(db)).rows

  await migrateToLatest(db)
  const after = (await sql<object>`select * from complaint order by ordinal`.execute(db)).rows
  expect(after).toEqual(
    before.map(
      (row, place) =>
        expect.objectContaining({ ...row, link_key: linkKey(all[place] ?? '') }) as object,
    ),
  )
  await db.destroy()
})
