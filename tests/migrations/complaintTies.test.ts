import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'ties come to the complaints of %s, which stay as they are',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0420-complaint-ties'))
    await sql`insert into person values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    const register = (id: string, ordinal: number) =>
      sql`insert into complaint (id, ordinal, year, serial, number, status, status_at, status_reason,
        reopened, channel, reference, reference_key, link, received_at, received_day, kind, what,
        answers, district, place, entered_at, entered_by, changed_at, version)
      values (${id}, ${ordinal}, 2026, ${ordinal}, ${`ADU-2026-${ordinal}`}, 'new', '', '', 0,
        'phone', '', '', '', '', '', 'other-agency', 'Lubang', '{}', '', '', '', 'p1', '', 1)`.execute(
        db,
      )
    await register('c1', 1)
    await sql`insert into saved_view (id, name, person_id, definition, created_at)
    values ('v1', 'Cerun', 'p1', '{}', '2026-11-20')`.execute(db)
    const before = (await sql<object>`select * from complaint`.execute(db)).rows

    await migrateToLatest(db)
    expect((await sql`select * from complaint`.execute(db)).rows).toEqual(
      before.map(
        (row) => expect.objectContaining({ ...row, master_id: null, repeats_id: null }) as object,
      ),
    )
    const views = await sql`select id, shown_on from saved_view`.execute(db)
    expect(views.rows).toEqual([{ id: 'v1', shown_on: 'calendar' }])

    // A master that is there, and a pair that is told apart once.
    await register('c2', 2)
    await sql`update complaint set master_id = 'c1'`.execute(db)
    await expect(
      sql`update complaint set master_id = 'nobody' where id = 'c2'`.execute(db),
    ).rejects.toThrow()
    const apart = (id: string) =>
      sql`insert into complaint_apart values (${id}, 'c1', 'c2', '2026-11-20', 'p1')`.execute(db)
    await apart('a1')
    await expect(apart('a2')).rejects.toThrow()
    await db.destroy()
  },
)
