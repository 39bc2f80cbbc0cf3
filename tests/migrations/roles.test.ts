import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('who could do everything before still may on %s', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0070-roles'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  await sql`insert into person values ('p2', 'Ahmad', 'Ketua', 0, '2026-11-20')`.execute(db)

  await migrateToLatest(db)
  const rows = (await sql`select * from person_role order by person_id`.execute(db)).rows
  expect(rows).toEqual([
    { person_id: 'p1', role: 'administrator' },
    { person_id: 'p2', role: 'administrator' },
  ])
  expect((await sql`select * from person_pin`.execute(db)).rows).toEqual([])
  // A role is held once.
  await expect(
    sql`insert into person_role values ('p1', 'administrator')`.execute(db),
  ).rejects.toThrow()
  await db.destroy()
})
