import SQLite from 'better-sqlite3'
import { SqliteAdapter, SqliteDialect, SqliteDriver, type DatabaseConnection } from 'kysely'

/** "BKKR" in ASCII: tells our files from everybody else's. */
export const applicationId = 0x424b4b52

export interface SqliteOptions {
  readonly file: string
  /** 32 bytes in hexadecimal. */
  readonly keyHex: string
  readonly readonly?: boolean
  /** A SQLite binary for runtimes whose Node-API is older than the shipped prebuild's. */
  readonly binary?: string | undefined
}

/** The prebuild needs Node-API 10; only the closed-network trial runtime has an older one. */
const shippedBinaryRuns = Number(process.versions.napi) >= 10

/**
 * The one place that opens a SQLite connection. Throws SQLite's own error when the key does not
 * fit or the file is none of ours; `openDatabase` says which.
 */
export function connectSqlite(options: SqliteOptions): SQLite.Database {
  const db = new SQLite(options.file, {
    readonly: options.readonly ?? false,
    ...(options.binary !== undefined && !shippedBinaryRuns
      ? { nativeBinding: options.binary }
      : {}),
  })
  try {
    db.pragma(`cipher='sqlcipher'`)
    db.pragma('legacy=4')
    db.pragma(`key="x'${options.keyHex}'"`)
    db.pragma('busy_timeout=5000')
    // The first read proves the key: a wrong one fails here, before anything is written.
    db.prepare('select count(*) from sqlite_master').get()
    if (options.readonly !== true) db.pragma('journal_mode=WAL')
    // better-sqlite3 compiles WAL files to NORMAL, which may lose the last commit at power failure.
    db.pragma('synchronous=FULL')
    db.pragma('foreign_keys=ON')
    db.pragma('secure_delete=ON')
    db.pragma('trusted_schema=OFF')
    db.pragma('cell_size_check=ON')
    // Pages are decrypted each time they are read: with room for 64 MiB figures of all of 100 000
    // complaints take half as long as with the usual 16. Small databases take no more than they are.
    db.pragma('cache_size=-65536')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Kysely's SQLite adapter runs migrations outside a transaction and leaves half of a failed one
 * behind, though SQLite's DDL is transactional.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * When the disk is full, SQLite may roll a transaction back by itself. Rolling it back once more
 * fails, and that failure would be told instead of the full disk.
 */
class ForgivingSqliteDriver extends SqliteDriver {
  readonly #database: SQLite.Database

  constructor(database: SQLite.Database) {
    super({ database })
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}

class TransactionalSqliteDialect extends SqliteDialect {
  readonly #database: SQLite.Database

  constructor(database: SQLite.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): SqliteDriver {
    return new ForgivingSqliteDriver(this.#database)
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

export function sqliteDialect(database: SQLite.Database): SqliteDialect {
  return new TransactionalSqliteDialect(database)
}

/** A connection that holds nothing but a lock: no data, no key, no journal on disk. */
export function connectLock(file: string, binary?: string): SQLite.Database {
  const db = new SQLite(file, {
    timeout: 500,
    ...(binary !== undefined && !shippedBinaryRuns ? { nativeBinding: binary } : {}),
  })
  try {
    // Already this waits for whoever holds the lock.
    db.pragma('journal_mode=MEMORY')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
