import { Instant, type Sha256 } from '#contract/values'
import type { Person } from '#contract/people'
import type { Reader, Tables, Writer } from './database/schema.ts'

/** Tells the time; tests give a fixed one. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = {
  now: () => Instant.parse(new Date().toISOString()),
}

/** What every handler is given, whatever its kind. */
export interface Common {
  readonly clock: Clock
  readonly newId: () => string
  /** The person at the keyboard; null until somebody is chosen. */
  readonly actor: Person | null
}

export interface QueryContext extends Common {
  readonly db: Reader
}

export interface CommandContext extends Common {
  /** Reads within the command's own transaction. */
  readonly db: Reader
  /** Writes within it. */
  readonly writer: Writer
  readonly actor: Person
  /**
   * Notes a changed row for the audit log: which table, which row, which fields, no values.
   * @param seal of what is kept for good, its hash, so that the log's chain proves it
   */
  readonly record: (
    table: keyof Tables,
    id: string,
    fields: readonly string[],
    seal?: Sha256,
  ) => void
  /** Work outside the database that must not happen when the transaction fails. */
  readonly afterCommit: (work: () => Promise<void>) => void
}

export interface JobContext extends Common {
  readonly db: Reader
  readonly actor: Person
  /** Aborted when the page cancels, goes away, or the workspace stops. */
  readonly signal: AbortSignal
  /** One small transaction with its own audit row; `changed` events are coalesced. */
  readonly write: <T>(change: (context: CommandContext) => Promise<T>) => Promise<T>
}

export interface Contexts {
  readonly query: QueryContext
  readonly command: CommandContext
  readonly job: JobContext
  readonly action: { readonly gate: true }
}

/** One line of the log: what nobody foresaw, without personal values. */
export interface LogEntry {
  readonly reference: string
  readonly at: string
  readonly where: string
  readonly error: string
}
