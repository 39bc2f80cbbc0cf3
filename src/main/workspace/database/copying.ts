import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import { WorkspaceError } from '#contract/errors'
import { beginning } from '../audit.ts'
import { flushFolder } from '../files/durable.ts'
import { explain } from './explain.ts'
import { latestVersion } from './migrate.ts'
import { readerOf, type Reader, type Tables } from './schema.ts'
import { applicationId, connectSqlite, sqliteDialect } from './sqlite.ts'

// All of backing up that is SQLite's own. A workspace on another database is copied otherwise; what
// stands above this file (names, manifests, thinning, the second folder) knows nothing of it. The
// calls here block: they run in a thread of their own (`backups/task.ts`).

/** What a database file holds, without a value of it. */
export interface FileFacts {
  readonly schemaVersion: number
  readonly audit: { readonly entries: number; readonly head: string }
  readonly rows: Readonly<Record<string, number>>
}

export interface KeyedFile {
  readonly file: string
  readonly keyHex: string
  readonly binary?: string | undefined
}

/**
 * Writes the committed state of a database into a new encrypted file, flushes it, and proves it: the
 * copy opens with the key, passes `integrity_check`, and its audit log is the beginning of that of
 * the source, up to now. What others write meanwhile goes on.
 * @throws WorkspaceError `database.damaged` when the source cannot be read, `backups.not-made` when
 *   the copy does not hold, or what the disk says; nothing is left of the copy then
 */
export function copyDatabase(source: KeyedFile, to: string): FileFacts & { bytes: number } {
  rmSync(to, { force: true })
  const from = connect(source)
  try {
    from.prepare('vacuum into ?').run(to)
    const handle = openSync(to, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    flushFolder(dirname(to))
    const facts = proved({ ...source, file: to })
    if (facts === null || !beginsAs(from, facts.audit)) throw new WorkspaceError('backups.not-made')
    return { ...facts, bytes: statSync(to).size }
  } catch (error) {
    rmSync(to, { force: true })
    throw explain(error)
  } finally {
    from.close()
  }
}

/** Opens the copy; null where it does not hold, which says nothing against its source. */
function proved(copy: KeyedFile): FileFacts | null {
  try {
    return checkDatabase(copy, 'integrity_check')
  } catch (error) {
    if (error instanceof WorkspaceError && error.reason === 'database.damaged') return null
    throw error
  }
}

/**
 * Reads every page of a file and writes nothing.
 * @throws WorkspaceError `database.damaged` or `database.foreign`
 */
export function checkDatabase(file: KeyedFile, how: 'integrity_check' | 'quick_check'): FileFacts {
  const db = connect(file)
  try {
    if (Number(db.pragma('application_id', { simple: true })) !== applicationId) {
      throw new WorkspaceError('database.foreign')
    }
    if (db.pragma(how, { simple: true }) !== 'ok') throw new WorkspaceError('database.damaged')
    return factsOf(db)
  } catch (error) {
    throw explain(error)
  } finally {
    db.close()
  }
}

/** What a file holds, by its catalogue, without reading every page. */
export function readFacts(file: KeyedFile): FileFacts {
  const db = connect(file)
  try {
    return factsOf(db)
  } catch (error) {
    throw explain(error)
  } finally {
    db.close()
  }
}

/** Reads rows of a file whose schema is the present one; null where it is older. */
export async function readRowsOf<T>(
  file: KeyedFile,
  read: (db: Reader) => Promise<T>,
): Promise<T | null> {
  const connection = connect(file)
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
  try {
    const version = Number(connection.pragma('user_version', { simple: true }))
    return version === latestVersion ? await read(readerOf(db)) : null
  } finally {
    await db.destroy()
  }
}

function connect(file: KeyedFile): SQLite.Database {
  try {
    return connectSqlite({ ...file, readonly: true })
  } catch (error) {
    throw explain(error)
  }
}

function factsOf(db: SQLite.Database): FileFacts {
  // Tables of the full-text index are many and say nothing of their own.
  const tables = db
    .prepare<[], { name: string }>(
      `select name from pragma_table_list where schema = 'main' and type = 'table'
        and name not like 'sqlite_%' and name not like 'kysely_%' order by name`,
    )
    .all()
  const rows = tables.map(({ name }) => {
    const counted = db.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()
    return [name, counted?.n ?? 0] as const
  })
  const last = db
    .prepare<[], { hash: string }>('select hash from audit_entry order by sequence desc limit 1')
    .get()
  const counts = Object.fromEntries(rows)
  return {
    schemaVersion: Number(db.pragma('user_version', { simple: true })),
    audit: { entries: counts['audit_entry'] ?? 0, head: last?.hash ?? beginning },
    rows: counts,
  }
}

function beginsAs(db: SQLite.Database, { entries, head }: FileFacts['audit']): boolean {
  if (entries === 0) return true
  const at = db
    .prepare<[number], { hash: string }>('select hash from audit_entry where sequence = ?')
    .get(entries)
  return at?.hash === head
}
