import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PGliteDialect } from 'kysely'
import { migrations } from '../../src/main/workspace/database/migrations/index.ts'
import { connectSqlite, sqliteDialect } from '../../src/main/workspace/database/sqlite.ts'
import { startPostgres } from './postgres.ts'
import { temporaryRoot } from './runFolder.ts'

async function sqlite(): Promise<Kysely<unknown>> {
  const file = join(await mkdtemp(join(temporaryRoot(), 'ruang-kerja-')), 'a.db')
  const keyHex = randomBytes(32).toString('hex')
  return new Kysely<unknown>({ dialect: sqliteDialect(connectSqlite({ file, keyHex })) })
}

async function postgres(): Promise<Kysely<unknown>> {
  return new Kysely({ dialect: new PGliteDialect({ pglite: await startPostgres() }) })
}

/** Databases without a single table, each of its own: name and how to open one. */
export const bareDatabases = [
  ['sqlite', sqlite],
  ['postgres', postgres],
] as const

/** The steps that the schema had taken before one of them. */
export function migrationsBefore(step: keyof typeof migrations): typeof migrations {
  return Object.fromEntries(Object.entries(migrations).filter(([name]) => name < step))
}
