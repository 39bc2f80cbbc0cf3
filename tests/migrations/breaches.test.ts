import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('breaches of %s are kept beside what was there', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0480-breaches'))
  await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
  const before = (await sql<object>`select * from person`.execute(db)).rows

  await migrateToLatest(db)
  expect((await sql`select * from person`.execute(db)).rows).toMatchObject(before)
  const add = (id: string, number: string, by: string) =>
    sql`insert into breach (id, number, version, what, began_at, known_at, fields, harm, consequences,
    measures, numbers, at, by_id) values (${id}, ${number}, 1, 'Fail hilang', '', '', '[]', 0, '', '',
    '[]', '', ${by})`.execute(db)
  await add('b1', 'PLG-2026-001', 'p1')
  // A number is given once, and by somebody who is there.
  await expect(add('b2', 'PLG-2026-001', 'p1')).rejects.toThrow()
  await expect(add('b2', 'PLG-2026-002', 'nobody')).rejects.toThrow()
  const tell = (breach: string) =>
    sql`insert into breach_notice (id, breach_id, party, outcome, at, how, reference, by_id)
    values (${`n-${breach}`}, ${breach}, 'commissioner', 'told', '', 'Portal', '', 'p1')`.execute(
      db,
    )
  await tell('b1')
  await expect(tell('nothing')).rejects.toThrow()
  await db.destroy()
})
