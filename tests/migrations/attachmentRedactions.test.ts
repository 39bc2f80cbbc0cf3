import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('redactions come to %s, attachments stay', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0490-attachment-redactions'))
  await sql`insert into person (id, name, post, active, created_at)
    values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  await sql`insert into attachment (id, owner_kind, owner_id, title, file_name, kind, byte_size,
      bytes_hash, personal, note, added_at, added_by)
    values ('a1', 'complaint', 'c1', 'Tapak', 'tapak.jpg', 'jpeg', 9, 'h1', '[]', '',
      '2026-11-22', 'p1')`.execute(db)
  const before = await sql`select * from attachment`.execute(db)

  await migrateToLatest(db)
  expect((await sql`select * from attachment`.execute(db)).rows).toEqual(before.rows)

  const redact = (id: string, of: string, removed: string | null) =>
    sql`insert into attachment_redaction
      (id, attachment_id, boxes, byte_size, bytes_hash, made_at, made_by, removed_at)
    values (${id}, ${of}, '[]', 5, 'h2', '2026-11-23', 'p1', ${removed})`.execute(db)
  await redact('r1', 'a1', '2026-11-23')
  await redact('r2', 'a1', '2026-11-23')
  await redact('r3', 'a1', null)
  // One stands at most, and each belongs to something.
  await expect(redact('r4', 'a1', null)).rejects.toThrow()
  await expect(redact('r5', 'a9', '2026-11-23')).rejects.toThrow()
  await db.destroy()
})
