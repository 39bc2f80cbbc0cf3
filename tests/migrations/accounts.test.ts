import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)(
  'reference data and accounts come to %s, and what was there stays',
  async (_, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0090-reference'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    const people = await sql`select * from person`.execute(db)

    await migrateToLatest(db)
    expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)

    const item = (id: string, key: string) =>
      sql`
      insert into reference_item (id, list, key, removed, place)
      values (${id}, 'phases', ${key}, 0, 0)`.execute(db)
    await item('phases/a', 'a')
    await expect(item('phases/b', 'a')).rejects.toThrow()

    const account = (id: string, handle: string, shipped: string | null) =>
      sql`
      insert into account (id, shipped_key, channel, handle, handle_key, title, unit, purpose,
        biography, website, official_email, operators, active, place, created_at)
      values (${id}, ${shipped}, 'x', ${handle}, ${handle}, 'JKR', 'JKR', '', '', '', '', '[]', 1, 0,
        '2026-11-21')`.execute(db)
    await account('a1', 'jkr', 'x-jkr')
    await account('a2', 'kkr', null)
    await account('a3', 'llm', null)
    // One account a channel and name, one for a shipped key.
    await expect(account('a4', 'jkr', null)).rejects.toThrow()
    await expect(account('a5', 'cidb', 'x-jkr')).rejects.toThrow()

    const numbers = (id: string, of: string, by: string) =>
      sql`
      insert into account_snapshot (id, account_id, day, followers, recorded_by, recorded_at)
      values (${id}, ${of}, '2026-11-21', 10, ${by}, '2026-11-21')`.execute(db)
    await numbers('s1', 'a1', 'p1')
    await expect(numbers('s2', 'nobody', 'p1')).rejects.toThrow()
    await expect(numbers('s3', 'a1', 'nobody')).rejects.toThrow()
    expect((await sql`select id from account_snapshot`.execute(db)).rows).toEqual([{ id: 's1' }])
    await db.destroy()
  },
)
