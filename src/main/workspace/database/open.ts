import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import type SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { WorkspaceError } from '#contract/errors'
import { explain } from './explain.ts'
import { latestVersion, migrateToLatest } from './migrate.ts'
import type { Tables } from './schema.ts'
import { applicationId, connectSqlite, sqliteDialect } from './sqlite.ts'

export interface OpenOptions {
  readonly file: string
  readonly keyHex: string
  /** Waited for before the schema changes, so that a backup can be made; a failure stops it. */
  readonly beforeMigration?: () => Promise<unknown>
  readonly binary?: string | undefined
}

/**
 * Opens the encrypted database and migrates it, after a backup when its schema is about to change.
 * A newer or foreign file is refused before anything is written.
 * @throws WorkspaceError `database.newer`, `.foreign`, `.damaged`, `.busy`, `.migration-failed`
 */
export async function openDatabase(options: OpenOptions): Promise<Kysely<Tables>> {
  const fresh = !existsSync(options.file)
  const found = fresh ? latestVersion : inspect(options)
  const connection = connectOrSay(options)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  try {
    if (fresh) connection.pragma(`application_id=${applicationId}`)
    if (found < latestVersion) await options.beforeMigration?.()
    await migrateToLatest(db)
    connection.pragma(`user_version=${latestVersion}`)
    return db
  } catch (error) {
    await db.destroy()
    throw explain(error)
  }
}

/** Opens for reading only, beside a running application: for the command line. */
export function openForReading(options: Omit<OpenOptions, 'beforeMigration'>): Kysely<Tables> {
  const found = inspect(options)
  if (found < latestVersion) {
    throw new WorkspaceError('database.older', { found, known: latestVersion })
  }
  const connection = connectOrSay(options, true)
  return new Kysely<Tables>({ dialect: sqliteDialect(connection) })
}

/** Reads the schema version without writing a byte; refuses what is not ours or not yet known. */
function inspect(options: OpenOptions): number {
  if (startsAsPlainSqlite(options.file)) throw new WorkspaceError('database.foreign')
  const probe = connectOrSay(options, true)
  try {
    const id = Number(probe.pragma('application_id', { simple: true }))
    const version = Number(probe.pragma('user_version', { simple: true }))
    if (id !== applicationId) throw new WorkspaceError('database.foreign')
    if (version > latestVersion) {
      throw new WorkspaceError('database.newer', { found: version, known: latestVersion })
    }
    return version
  } finally {
    probe.close()
  }
}

function connectOrSay(options: OpenOptions, readonly = false): SQLite.Database {
  try {
    return connectSqlite({
      file: options.file,
      keyHex: options.keyHex,
      binary: options.binary,
      readonly,
    })
  } catch (error) {
    throw explain(error)
  }
}

function startsAsPlainSqlite(file: string): boolean {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, 16, 0)
  } finally {
    closeSync(handle)
  }
  return head.toString('latin1') === 'SQLite format 3\u0000'
}
