import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('complaints come to %s, what was there stays', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0300-complaints'))
  await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
  const people = await sql`select * from person`.execute(db)

  await migrateToLatest(db)
  expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)

  const register = (id: string, ordinal: number, serial: number, complainant: string | null) =>
    sql`insert into complaint (id, ordinal, year, serial, number, status, status_at, status_reason,
        reopened, channel, reference, reference_key, link, received_at, received_day, kind, what,
        answers, district, place, complainant_id, entered_at, entered_by, changed_at, version)
      values (${id}, ${ordinal}, 2026, ${serial}, ${`ADU-2026-${serial}`}, 'new', '', '', 0, 'phone',
        '', '', '', '', '', 'other-agency', 'Lubang', '{}', '', '', ${complainant}, '', 'p1', '', 1)`.execute(
      db,
    )
  await register('c1', 1, 1, null)
  // One number a complaint, one place in the index, and nobody who is not there.
  await expect(register('c2', 2, 1, null)).rejects.toThrow()
  await expect(register('c2', 1, 2, null)).rejects.toThrow()
  await expect(register('c2', 2, 2, 'nobody')).rejects.toThrow()

  const words = (rowid: number, text: string) =>
    sql`insert into complaint_words (rowid, words) values (${rowid}, ${text})`.execute(db)
  const asked = async (question: string) =>
    (await sql`select rowid from complaint_words(${question}) order by rowid`.execute(db)).rows
  await words(1, 'lubang ft04 km')
  await words(2, 'lubuk')
  expect(await asked('"lub"*')).toEqual([{ rowid: 1 }, { rowid: 2 }])
  expect(await asked('"lub"* "km"*')).toEqual([{ rowid: 1 }])
  expect(await asked('"lubuk"')).toEqual([{ rowid: 2 }])
  await sql`delete from complaint_words where rowid = 1`.execute(db)
  expect(await asked('"lub"*')).toEqual([{ rowid: 2 }])
  await db.destroy()
})
