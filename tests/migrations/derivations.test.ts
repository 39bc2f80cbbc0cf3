import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'links between pictures come to %s, and what was there stays',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0030-derivations'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    await sql`insert into image_batch values ('b1', '2026-11-20', null, 'p1', null)`.execute(db)
    const people = await sql`select * from person`.execute(db)

    await migrateToLatest(db)
    expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)
    expect((await sql`select id from image_batch`.execute(db)).rows).toEqual([{ id: 'b1' }])
    const link = (id: string, by: string) =>
      sql`
    insert into image_derivation
      (id, result_hash, result_name, original_hash, original_name, choices, on_disk, made_at, made_by)
    values (${id}, 'r', 'r.jpg', 'o', 'o.jpg', '{}', 0, '2026-11-21', ${by})`.execute(db)
    await link('d1', 'p1')
    // One link for a pair, by somebody who exists.
    await expect(link('d2', 'p1')).rejects.toThrow()
    await expect(link('d3', 'nobody')).rejects.toThrow()
    expect((await sql`select id from image_derivation`.execute(db)).rows).toEqual([{ id: 'd1' }])
    await db.destroy()
  },
)
