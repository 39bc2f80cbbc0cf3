import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { LogEntry } from '../workspace/context.ts'

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

/** Kind, code and stack of an error. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return `${error.name}${code}: ${error.stack ?? ''}`
}

const homes = /([A-Za-z]:[\\/]+Users[\\/]+|\/home\/|\/Users\/)[^\\/\s:]+(?: [^\\/\s:]+(?=[\\/]))*/g

/**
 * An error's text without its message, and its paths without the person's name.
 * SECURITY: messages quote values: file names, what somebody typed. What is kept is the kind of
 * error (what stands before the first colon, when it looks like a name and a code) and the frames
 * of its stack, which name our own code only.
 */
export function withoutPeople(text: string, home: string = homedir()): string {
  const lines = text.split('\n').map((line) => line.trim())
  const kind = /^\w+(?: [\w-]+)?(?=:|$)/.exec(lines[0] ?? '')?.[0] ?? 'Error'
  const frames = lines.filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
  const kept = [kind, ...frames].join('\n')
  return (home.length > 3 ? kept.replaceAll(home, '~') : kept).replace(homes, '~')
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
