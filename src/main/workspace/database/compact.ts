import { sql, SqliteAdapter } from 'kysely'
import type { Writer } from './schema.ts'

/**
 * Writes the database anew without its free space, and empties its log: what was deleted then stands
 * in neither. `secure_delete` has overwritten it already; copies that SQLite left behind when it
 * moved rows between pages go with this. Takes about a second for 100 MB, in which nobody is
 * answered. A server does this by itself.
 */
export async function compact(db: Writer): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  await sql`vacuum`.execute(db)
  await sql`pragma wal_checkpoint(truncate)`.execute(db)
}
