import { readFile } from 'node:fs/promises'
import SQLite from 'better-sqlite3'
import { z } from 'zod'
import { WorkspaceError } from '#contract/errors'

/** Makes an error that tells of somebody; some of them only by failing in earnest. */
export type PersonalError = (text: string, path: string) => unknown

/** Whatever can go wrong beneath a call, each quoting a person's text and a file of theirs. */
export const personalErrors: Readonly<Record<string, PersonalError>> = {
  plain: (text, path) => new Error(`${text} tidak dapat dibaca daripada ${path}`),
  'a broken rule of the database': (text) =>
    new SQLite.SqliteError(
      `UNIQUE constraint failed: complainant.name (${text})`,
      'SQLITE_CONSTRAINT_UNIQUE',
    ),
  'a full disk': (text, path) => new SQLite.SqliteError(`${path}: ${text}`, 'SQLITE_FULL'),
  'another server': (text) =>
    Object.assign(new Error(`duplicate key value violates "person_name"`), {
      ...{ code: '23505', detail: `Key (name)=(${text}) already exists.`, where: text },
    }),
  'a file that may not be read': (text, path) =>
    Object.assign(new Error(`EACCES: permission denied, open '${path}'`), {
      ...{ code: 'EACCES', errno: -13, syscall: 'open', path, dest: text },
    }),
  'a worker that died': (text, path) => new Error(`worker exited while it read ${path}: ${text}`),
  'a value that does not fit': (text) =>
    caught(() => z.object({ name: z.literal('x') }).parse({ [text]: text })),
  'an unknown key': (text) => caught(() => z.strictObject({}).parse({ [text]: 1 })),
  'text that is no JSON': (text) => caught(() => JSON.parse(text)),
  'a cause': (text, path) => new Error('outer', { cause: new Error(`${text} ${path}`) }),
  'several at once': (text, path) => new AggregateError([new Error(text), new Error(path)], text),
  'a bare text': (text) => text,
  'a bare thing': (text, path) => ({ name: text, message: path }),
  'a name of its own': (text, path) => Object.assign(new Error(path), { name: text, code: text }),
  'lines that look like a stack': (text, path) =>
    new Error(
      `${text}\n    at ${text} (${path}:1:2)\n    at f (${path}.js:3:4)\n    at ${path}.ts:5:6`,
    ),
  'a message that was changed': (text, path) => {
    const error = new Error(`${text}\n    at f (/data/${text}.js:1:2)`)
    error.message = path
    return error
  },
  'a stack that was set': (text, path) =>
    Object.assign(new Error('x'), { stack: `${text}: ${path}\n at ${text}` }),
  'a call that was called off': (text) => new DOMException(text, 'AbortError'),
  'one of ours nobody foresaw': (text) =>
    Object.assign(new WorkspaceError('unexpected', { text }), { cause: text }),
}

/** A file that is not there, as Node itself says it. */
export async function missingFile(path: string): Promise<unknown> {
  try {
    return await readFile(path)
  } catch (error) {
    return error
  }
}

function caught(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    return error
  }
}
