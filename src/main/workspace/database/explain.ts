import SQLite from 'better-sqlite3'
import { WorkspaceError } from '#contract/errors'

/** SQLite's result codes as the workspace's reasons; anything else stays what it is. */
export function explain(error: unknown): unknown {
  if (!(error instanceof SQLite.SqliteError)) return error
  const reason = (
    [
      [/^SQLITE_(NOTADB|CORRUPT)/, 'database.damaged'],
      [/^SQLITE_(BUSY|LOCKED)/, 'database.busy'],
      [/^SQLITE_(FULL|IOERR_WRITE)/, 'database.full'],
      [/^SQLITE_(CANTOPEN|READONLY)/, 'database.folder-unwritable'],
    ] as const
  ).find(([pattern]) => pattern.test(error.code))?.[1]
  return reason === undefined ? error : Object.assign(new WorkspaceError(reason), { cause: error })
}
