import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { migrations } from '../../src/main/workspace/database/migrations/index.ts'
import { connectSqlite, sqliteDialect } from '../../src/main/workspace/database/sqlite.ts'

const before = Object.fromEntries(
  Object.entries(migrations).filter(([name]) => name < '0050-mediums'),
)

async function sqlite(): Promise<Kysely<unknown>> {
  const file = join(await mkdtemp(join(tmpdir(), 'ruang-kerja-')), 'a.db')
  const keyHex = randomBytes(32).toString('hex')
  return new Kysely<unknown>({ dialect: sqliteDialect(connectSqlite({ file, keyHex })) })
}

function postgres(): Promise<Kysely<unknown>> {
  return Promise.resolve(new Kysely({ dialect: new PGliteDialect({ pglite: new PGlite() }) }))
}

it.each([
  ['sqlite', sqlite],
  ['postgres', postgres],
])('what was checked before is a picture on %s', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, before)
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
