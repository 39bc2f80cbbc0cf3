import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry } from '../workspace/context.ts'
import { traceOf, withoutPeople } from '../workspace/trace.ts'

/** Where unforeseen failures are written down, for whoever maintains the application. */
export interface Log {
  write(entry: LogEntry): void
  /** Notes an error under a new reference, which is returned to be shown to the person. */
  failure(where: string, error: unknown): string
}

const maxBytes = 1_000_000
const olderFiles = 3

/**
 * Opens `application.log` in `folder`. At one megabyte it becomes `application.1.log`, and so on;
 * the fourth is dropped.
 */
export function openLog(folder: string): Log {
  const file = (age: number) =>
    join(folder, age === 0 ? 'application.log' : `application.${age}.log`)
  const write = (entry: LogEntry) => {
    const line = `${JSON.stringify({ ...entry, error: withoutPeople(entry.error) })}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(file(0)) + Buffer.byteLength(line) > maxBytes) {
        for (let age = olderFiles - 1; age >= 0; age--) {
          if (sizeOf(file(age)) > 0) renameSync(file(age), file(age + 1))
        }
      }
      appendFileSync(file(0), line, { mode: 0o600 })
    } catch {
      // A folder that cannot be written is said by the workspace; writing it down cannot work.
    }
  }
  return {
    write,
    failure(where, error) {
      const reference = crypto.randomUUID().slice(0, 8)
      write({ reference, at: new Date().toISOString(), where, error: traceOf(error) })
      return reference
    },
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
