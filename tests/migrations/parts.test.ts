import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('what was kept before has no parts yet on %s', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0060-parts'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  await sql`
    insert into image (id, name, kind, width, height, format, byte_size, bytes_hash, measurement,
      fingerprint, fingerprint_version, findings, programme, programme_time, place, guests, alt_text,
      source, rights, added_at, added_by)
    values ('i1', 'a.png', 'photo', 10, 10, 'png', 9, 'h', '{}', 'AA==', 1, '[]', '', '', '', '', '',
      '', '', '2026-11-20', 'p1')`.execute(db)

  await migrateToLatest(db)
  const rows = () => sql`select id, name, parts, parts_version from image`.execute(db)
  const before = { id: 'i1', name: 'a.png', parts: null, parts_version: null }
  expect((await rows()).rows).toEqual([before])
  await sql`update image set parts = 'AAAA', parts_version = 1`.execute(db)
  expect((await rows()).rows).toEqual([{ ...before, parts: 'AAAA', parts_version: 1 }])
  await db.destroy()
})
