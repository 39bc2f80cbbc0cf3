import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'notes, holds and terms come to %s, what was there stays',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0130-planning'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    const people = await sql`select * from person`.execute(db)

    await migrateToLatest(db)
    expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)

    const hold = (id: string, by: string, lasts: number | null) =>
      sql`insert into hold (id, reason, since, held_by, open)
      values (${id}, 'Banjir', '2026-11-22', ${by}, ${lasts})`.execute(db)
    await hold('h1', 'p1', null)
    await hold('h2', 'p1', null)
    await hold('h3', 'p1', 1)
    // Only one lasts, and somebody holds it.
    await expect(hold('h4', 'p1', 1)).rejects.toThrow()
    await expect(hold('h5', 'nobody', null)).rejects.toThrow()
    await db.destroy()
  },
)
