import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { z } from 'zod'
import { isReason, WorkspaceError, type Reason } from '#contract/errors'
import {
  checkDatabase,
  copyDatabase,
  readFacts,
  readRowsOf,
  type FileFacts,
  type KeyedFile,
} from '../database/copying.ts'
import type { Reader } from '../database/schema.ts'
import { durableAttachments } from '../attachments/queries.ts'
import { durableMedia } from '../images/queries/durableMedia.ts'
import type { MediaName } from '../media/names.ts'
import { explainFile } from './explainFile.ts'

/** Work on a database file that takes long: done in a thread of its own, one task a thread. */
export type DatabaseTask =
  /** A proved copy of `source` at `to`. */
  | { readonly kind: 'copy'; readonly source: KeyedFile; readonly to: string }
  /** Reads every page; `quick` leaves out what only a broken program could have written. */
  | { readonly kind: 'check'; readonly source: KeyedFile; readonly quick: boolean }
  /** Counts rows. */
  | { readonly kind: 'facts'; readonly source: KeyedFile }

export interface DatabaseAnswer extends FileFacts {
  readonly bytes: number
  /** SHA-256 of the copied or thoroughly checked file; empty otherwise. */
  readonly sha256: string
  /** What its rows need of the media store; null where the schema is an older one. */
  readonly media: readonly MediaName[] | null
}

/** Does a task elsewhere than in the thread that answers the pages. */
export type RunDatabaseTask = (task: DatabaseTask) => Promise<DatabaseAnswer>

/** Does a task in this thread. */
export async function doDatabaseTask(task: DatabaseTask): Promise<DatabaseAnswer> {
  const { source } = task
  try {
    if (task.kind === 'facts') return { ...readFacts(source), bytes: 0, sha256: '', media: null }
    if (task.kind === 'copy') {
      const made = copyDatabase(source, task.to)
      const copy = { ...source, file: task.to }
      return {
        ...made,
        sha256: hashOf(task.to).sha256,
        media: await readRowsOf(copy, neededMedia),
      }
    }
    const facts = checkDatabase(source, task.quick ? 'quick_check' : 'integrity_check')
    if (task.quick) return { ...facts, bytes: 0, sha256: '', media: null }
    return { ...facts, ...hashOf(source.file), media: await readRowsOf(source, neededMedia) }
  } catch (error) {
    throw explainFile(error)
  }
}

/** What rows need of the media store and nothing can make again. */
async function neededMedia(db: Reader): Promise<MediaName[]> {
  return [...(await durableMedia(db)), ...(await durableAttachments(db))]
}

function hashOf(file: string): { sha256: string; bytes: number } {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(1 << 20)
  const handle = openSync(file, 'r')
  let bytes = 0
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
      hash.update(chunk.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(handle)
  }
  return { sha256: hash.digest('hex'), bytes }
}

const Failed = z.object({ failed: z.string(), text: z.string() })

/** An answer or a failure as it crosses from one thread to another. */
export async function answerForThread(task: DatabaseTask): Promise<unknown> {
  try {
    return { answer: await doDatabaseTask(task) }
  } catch (error) {
    const reason: Reason = error instanceof WorkspaceError ? error.reason : 'unexpected'
    return { failed: reason, text: error instanceof Error ? (error.stack ?? '') : '' }
  }
}

/** The other side of `answerForThread`: the answer, or the failure thrown again. */
export function answerFromThread(message: unknown): DatabaseAnswer {
  const failed = Failed.safeParse(message)
  if (failed.success) {
    const { failed: reason, text } = failed.data
    if (isReason(reason) && reason !== 'unexpected') throw new WorkspaceError(reason)
    throw new Error(text)
  }
  // Made by our own code in the other thread, of the same build.
  return (message as { answer: DatabaseAnswer }).answer
}
