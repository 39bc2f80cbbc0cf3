import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('what was checked before is a picture on %s', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0050-mediums'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  await sql`insert into image_batch values ('b1', '2026-11-20', null, 'p1', null)`.execute(db)
  await sql`
    insert into image_check (id, batch_id, position, name, state, kind, kind_guessed, findings)
    values ('c1', 'b1', 0, 'a.png', 'checked', 'poster', 1, '[]')`.execute(db)

  await migrateToLatest(db)
  const rows = () =>
    sql`select id, name, medium, duration, pages, frame from image_check order by id`.execute(db)
  const old = { id: 'c1', name: 'a.png', medium: 'picture', frame: 'not-yet' }
  expect((await rows()).rows).toEqual([{ ...old, duration: null, pages: null }])
  // Parts of a second, and more of them than a whole number can hold.
  await sql`update image_check set medium = 'video', duration = 7325.0625`.execute(db)
  expect((await rows()).rows).toMatchObject([{ medium: 'video', duration: 7325.0625 }])
  await db.destroy()
})
