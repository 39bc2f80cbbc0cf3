import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

const row = (id: string, added: string, parts: number | null) => sql`
  insert into image (id, name, kind, width, height, format, byte_size, bytes_hash, measurement,
    fingerprint, fingerprint_version, findings, programme, programme_time, place, guests, alt_text,
    source, rights, added_at, added_by, medium, parts, parts_version)
  values (${id}, ${`${id}.png`}, 'photo', 10, 10, 'png', 9, ${id}, '{}', 'AA==', 1, '[]', '', '', '',
    '', '', '', '', ${added}, 'p1', 'picture', ${parts === null ? null : 'AAAA'}, ${parts})`

/** What a check asks before each picture, and the index that alone must answer it. */
const questions = [
  [
    'image_by_state',
    'select id, name, parts_version from image where trashed_at is null order by added_at, id',
  ],
  ['image_by_state', 'select id from image where trashed_at is null order by id'],
  [
    'image_by_parts',
    `select id from image where medium = 'picture' and (parts_version is null or parts_version != 2)
      order by added_at, id`,
  ],
] as const

it.each(bareDatabases)(
  'the library is asked the same before and after on %s',
  async (name, open) => {
    const db = await open()
    await migrateToLatest(db, migrationsBefore('0370-image-lookups'))
    await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
    await row('i2', '2026-11-20', 1).execute(db)
    await row('i1', '2026-11-21', null).execute(db)
    await row('i3', '2026-11-19', 2).execute(db)
    const rows = () => sql`select * from image order by id`.execute(db)
    const before = (await rows()).rows
    await migrateToLatest(db)
    expect((await rows()).rows).toEqual(before)
    for (const [index, query] of questions) {
      const asked = name === 'sqlite' ? `explain query plan ${query}` : query
      const { rows: said } = await sql.raw<Record<string, string>>(asked).execute(db)
      if (name === 'sqlite') expect(said[0]?.['detail']).toContain(`USING COVERING INDEX ${index}`)
      else expect(said).not.toEqual([])
    }
    await db.destroy()
  },
)
