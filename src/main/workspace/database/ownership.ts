import SQLite from 'better-sqlite3'
import { WorkspaceError } from '#contract/errors'
import { connectLock } from './sqlite.ts'

/** Held while a process owns the data folder; the system frees it even when the process is killed. */
export interface Ownership {
  release(): void
}

/**
 * Makes this process the only owner of a data folder. An exclusive SQLite transaction on a file of
 * its own is a lock that every system has and that no crash leaves behind, unlike a PID file.
 * @throws WorkspaceError `database.busy` when another process owns it (after 500 ms of waiting).
 */
export function ownFolder(lockFile: string, binary?: string): Ownership {
  let lock: SQLite.Database | null = null
  try {
    lock = connectLock(lockFile, binary)
    lock.exec('begin exclusive')
  } catch (error) {
    lock?.close()
    if (error instanceof SQLite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
      throw new WorkspaceError('database.busy')
    }
    throw error
  }
  const held = lock
  return { release: () => held.close() }
}
