import { mkdtemp, readFile } from 'node:fs/promises'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql, type ColumnMetadata } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  latestVersion,
  migrateToLatest,
  schemaVersion,
} from '../../src/main/workspace/database/migrate.ts'
import { migrations } from '../../src/main/workspace/database/migrations/index.ts'
import { openDatabase } from '../../src/main/workspace/database/open.ts'
import { connectSqlite, sqliteDialect } from '../../src/main/workspace/database/sqlite.ts'
import { startPostgres } from '../support/postgres.ts'

const keyHex = randomBytes(32).toString('hex')

interface Opened {
  readonly db: Kysely<unknown>
  readonly close: () => Promise<void>
}

async function emptySqlite(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'ruang-kerja-'))
  const db = new Kysely<unknown>({
    dialect: sqliteDialect(connectSqlite({ file: join(folder, 'a.db'), keyHex })),
  })
  return { db, close: () => db.destroy() }
}

let pglite: PGlite
beforeAll(async () => {
  pglite = await startPostgres()
})
afterAll(() => pglite.close())

async function emptyPostgres(): Promise<Opened> {
  await pglite.exec('drop schema public cascade; create schema public')
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) })
  return { db, close: () => Promise.resolve() }
}

async function tableNames(db: Kysely<unknown>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: false })
  return tables.map((table) => table.name).sort()
}

const half: Record<string, Migration> = {
  '0010-good': {
    up: (db) => db.schema.createTable('good').addColumn('id', 'text').execute(),
  },
  '0020-bad': {
    async up(db) {
      await db.schema.createTable('half').addColumn('id', 'text').execute()
      await sql`insert into no_such_table values (1)`.execute(db)
    },
  },
}

describe.each([
  ['sqlite', emptySqlite],
  ['postgres', emptyPostgres],
] as const)('migrating on %s', (_, open) => {
  it('leaves nothing of a failed run, and says which step failed', async () => {
    const { db, close } = await open()
    await expect(migrateToLatest(db, half)).rejects.toMatchObject({
      reason: 'database.migration-failed',
      details: { step: '0020-bad' },
    })
    expect(await tableNames(db)).toEqual([])
    await close()
  })

  it('refuses a database that holds steps this program does not know', async () => {
    const { db, close } = await open()
    await migrateToLatest(db, {
      ...migrations,
      '9990-future': {
        up: (future) => future.schema.createTable('future').addColumn('id', 'text').execute(),
      },
    })
    await expect(migrateToLatest(db)).rejects.toMatchObject({
      reason: 'database.newer',
      details: { found: 9990, known: latestVersion },
    })
    await close()
  })

  it('run twice changes nothing', async () => {
    const { db, close } = await open()
    await migrateToLatest(db)
    const before = await tableNames(db)
    await migrateToLatest(db)
    expect(await tableNames(db)).toEqual(before)
    await close()
  })
})

it('gives both databases the same tables and columns', async () => {
  const [sqlite, postgres] = [await emptySqlite(), await emptyPostgres()]
  await migrateToLatest(sqlite.db)
  await migrateToLatest(postgres.db)
  expect(await shape(sqlite.db)).toEqual(await shape(postgres.db))
  await sqlite.close()
})

/** The index of words is each database's own kind of table; both are asked alike (find.test.ts). */
async function shape(db: Kysely<unknown>) {
  const tables = await db.introspection.getTables()
  const column = ({ name, dataType, isNullable }: ColumnMetadata) =>
    // A primary key of text is nullable in SQLite's catalogue only.
    [
      name,
      /int/i.test(dataType) ? 'integer' : 'text',
      isNullable && name !== 'id' && name !== 'name' && name !== 'sequence',
    ].join(' ')
  return tables
    .filter(({ name }) => !name.startsWith('complaint_words'))
    .map((table) => ({ name: table.name, columns: table.columns.map(column).sort() }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

it('numbers its steps in tens, in order', () => {
  const numbers = Object.keys(migrations).map((name) => schemaVersion([name]))
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(numbers.every((number) => number % 10 === 0)).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

describe('the encrypted file', () => {
  async function aFile() {
    const folder = await mkdtemp(join(tmpdir(), 'ruang-kerja-'))
    return { file: join(folder, 'ruang-kerja.db'), keyHex }
  }

  it('refuses a newer schema within its first read and changes no byte', async () => {
    const options = await aFile()
    await (await openDatabase(options)).destroy()
    const raw = connectSqlite(options)
    raw.pragma(`user_version=${latestVersion + 10}`)
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.close()
    const before = hash(await readFile(options.file))
    await expect(openDatabase(options)).rejects.toMatchObject({
      reason: 'database.newer',
      details: { found: latestVersion + 10, known: latestVersion },
    })
    expect(hash(await readFile(options.file))).toBe(before)
  })

  it('refuses an encrypted file of another application', async () => {
    const options = await aFile()
    const raw = connectSqlite(options)
    raw.exec('create table theirs (id text)')
    raw.close()
    await expect(openDatabase(options)).rejects.toMatchObject({ reason: 'database.foreign' })
  })

  it('refuses another key', async () => {
    const options = await aFile()
    await (await openDatabase(options)).destroy()
    await expect(
      openDatabase({ ...options, keyHex: randomBytes(32).toString('hex') }),
    ).rejects.toMatchObject({ reason: 'database.damaged' })
  })

  it('opens every connection with the settings that keep what was saved', async () => {
    const connection = connectSqlite(await aFile())
    const setting = (name: string): unknown => connection.pragma(name, { simple: true })
    expect({
      journal: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreignKeys: setting('foreign_keys'),
      secureDelete: setting('secure_delete'),
      trustedSchema: setting('trusted_schema'),
      cellSizeCheck: setting('cell_size_check'),
      busyTimeout: setting('busy_timeout'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      foreignKeys: 1,
      secureDelete: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      busyTimeout: 5000,
    })
    const version = String(connection.prepare('select sqlite_version()').pluck().get())
    // 3.51.3 mended the WAL-reset corruption.
    expect(version.localeCompare('3.51.3', 'en', { numeric: true })).toBeGreaterThanOrEqual(0)
    connection.close()
  })

  it('holds no readable text', async () => {
    const options = await aFile()
    const db = await openDatabase(options)
    await sql`insert into person values ('p', 'Nurul Izzah binti Kamal', 'Pereka', 1, 'x')`.execute(
      db,
    )
    await db.destroy()
    const bytes = await readFile(options.file)
    expect(bytes.includes('Nurul Izzah')).toBe(false)
    expect(bytes.includes('create table')).toBe(false)
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })

  it('waits for a backup before its schema changes, and stays as it is where there is none', async () => {
    const options = await aFile()
    await (await openDatabase(options)).destroy()
    const older = connectSqlite(options)
    older.pragma('user_version=10')
    older.close()
    let version: unknown = null
    const beforeMigration = () => {
      const found = connectSqlite({ ...options, readonly: true })
      version = found.pragma('user_version', { simple: true })
      found.close()
      return Promise.reject(new Error('no room for a backup'))
    }
    await expect(openDatabase({ ...options, beforeMigration })).rejects.toThrow('no room')
    expect(version).toBe(10)
    const after = connectSqlite({ ...options, readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(10)
    after.close()
    // Without a change of schema nothing is asked for.
    await (await openDatabase(options)).destroy()
    await (await openDatabase({ ...options, beforeMigration })).destroy()
  })
})

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
