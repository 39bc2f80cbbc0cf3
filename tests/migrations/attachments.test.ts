import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('attachments come to %s, what was there stays', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0220-attachments'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  const people = await sql`select * from person`.execute(db)

  await migrateToLatest(db)
  expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)

  const attach = (id: string, owner: string, hash: string) =>
    sql`insert into attachment (id, owner_kind, owner_id, title, file_name, kind, byte_size,
      bytes_hash, personal, note, added_at, added_by)
    values (${id}, 'post', ${owner}, 'Surat', 'surat.pdf', 'pdf', 9, ${hash}, '[]', '',
      '2026-11-22', 'p1')`.execute(db)
  await attach('a1', 'o1', 'h1')
  await attach('a2', 'o2', 'h1')
  await attach('a3', 'o1', 'h2')
  // One owner has the same bytes once.
  await expect(attach('a4', 'o1', 'h1')).rejects.toThrow()
  await db.destroy()
})
