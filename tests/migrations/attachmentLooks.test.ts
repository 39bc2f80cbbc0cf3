import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

const row = (id: string, added: string, look: string | null, removed: string | null = null) => sql`
  insert into attachment (id, owner_kind, owner_id, title, file_name, kind, byte_size, bytes_hash,
    width, height, personal, note, added_at, added_by, removed_at, look)
  values (${id}, 'complaint', ${`c-${id}`}, '', '', 'jpeg', 9, ${id}, 10, 10, '[]', '', ${added},
    'p1', ${removed}, ${look})`

/** What is asked while a complaint is told. */
const query = `select id, owner_id, look from attachment where owner_kind = 'complaint'
  and removed_at is null and look is not null order by added_at desc, id limit 2`

it.each(bareDatabases)(
  'the newest photos are known by an index alone, and no row changes, on %s',
  async (name, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0550-attachment-looks'))
    await sql`insert into person (id, name, post, active, created_at)
      values ('p1', 'Siti', 'Pegawai', 1, '2026-11-20')`.execute(db)
    await row('a1', '2026-11-19', 'AAAA').execute(db)
    await row('a2', '2026-11-21', 'BBBB').execute(db)
    await row('a3', '2026-11-22', null).execute(db)
    await row('a4', '2026-11-23', 'CCCC', '2026-11-23').execute(db)
    await row('a5', '2026-11-20', 'DDDD').execute(db)
    const rows = () => sql`select * from attachment order by id`.execute(db)
    const before = (await rows()).rows
    await migrateToLatest(db)
    expect((await rows()).rows).toEqual(before)
    const found = await sql.raw<{ id: string }>(query).execute(db)
    expect(found.rows.map(({ id }) => id)).toEqual(['a2', 'a5'])
    if (name === 'sqlite') {
      const said = await sql.raw<{ detail: string }>(`explain query plan ${query}`).execute(db)
      expect(said.rows.map(({ detail }) => detail)).toEqual([
        expect.stringContaining('USING COVERING INDEX attachment_looks'),
      ])
    }
    await db.destroy()
  },
)
