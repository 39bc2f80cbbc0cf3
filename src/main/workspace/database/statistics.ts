import { sql, SqliteAdapter } from 'kysely'
import type { Writer } from './schema.ts'

/**
 * Rows of an index that are looked at, in half a second for a whole register of 100 000 complaints.
 * Of a value that more rows have than this SQLite believes that so many have it: with a thousand it
 * took the statuses of a million complaints for rarer than the days of a year. With any limit it keeps
 * no samples either: what stands in the rows, which may be somebody's name or number, is written
 * nowhere else.
 */
const rowsPerIndex = 10_000
/** All tables, not only those that this connection has asked already; only those that changed tenfold. */
const everyTable = 0x10002

/**
 * Tells the database how much stands in its tables, so that it chooses the index that divides best:
 * among 100 000 complaints those of a year are found in 2 ms instead of 600. A server does this by
 * itself.
 */
export async function refreshStatistics(db: Writer): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  await sql`pragma analysis_limit = ${sql.raw(String(rowsPerIndex))}`.execute(db)
  await sql`pragma optimize = ${sql.raw(String(everyTable))}`.execute(db)
}

/** How often tables are looked at that grow while the workspace is open, in milliseconds. */
const refreshEveryMs = 15 * 60_000

export interface Statistics {
  refresh(): Promise<void>
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

/**
 * Refreshed now and then while the workspace is open. What cannot be told makes searches slow, but
 * not wrong: it goes to the log alone.
 */
export function keepStatistics(db: Writer, log: (error: unknown) => void): Statistics {
  let last = Promise.resolve()
  const refresh = () => (last = last.then(() => refreshStatistics(db)).catch(log))
  const timer = setInterval(() => void refresh(), refreshEveryMs)
  timer.unref()
  return {
    refresh,
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}
