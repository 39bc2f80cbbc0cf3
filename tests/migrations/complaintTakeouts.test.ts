import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'what leaves the register of %s is kept, of cases that are there',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0440-complaint-takeouts'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    await sql`insert into complaint (id, ordinal, year, serial, number, status, status_at, status_reason,
    reopened, channel, reference, reference_key, link, received_at, received_day, kind, what,
    answers, district, place, entered_at, entered_by, changed_at, version)
    values ('c1', 1, 2026, 1, 'ADU-2026-1', 'new', '', '', 0, 'phone', '', '', '', '', '',
    'other-agency', 'Lubang', '{}', '', '', '', 'p1', '', 1)`.execute(db)
    const before = (await sql<object>`select * from complaint`.execute(db)).rows

    await migrateToLatest(db)
    expect((await sql`select * from complaint`.execute(db)).rows).toMatchObject(before)
    await sql`insert into complaint_takeout (id, what, at, by_id, reason, covered, cases)
    values ('t1', 'csv', '2026-11-20', 'p1', 'Audit', 0, 1)`.execute(db)
    const take = (id: string) =>
      sql`insert into complaint_takeout_case (takeout_id, complaint_id) values ('t1', ${id})`.execute(
        db,
      )
    await take('c1')
    // Once each, and only what is in the register.
    await expect(take('c1')).rejects.toThrow()
    await expect(take('nothing')).rejects.toThrow()
    await db.destroy()
  },
)
