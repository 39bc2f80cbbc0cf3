import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writer } from '../../../src/main/workspace/database/schema.ts'
import { appendEntry } from '../../../src/main/workspace/audit.ts'
import type { Instant } from '#contract/values'

/** What a check of durability found; nothing may be lost. */
export interface Figures {
  readonly name: string
  readonly tries: number
  /** How many of them went wrong; 0 or the check has failed. */
  readonly lost: number
  /** What was counted besides, for people to read. */
  readonly notes: string
}

export interface Amount {
  readonly tries: number
  readonly seed: number
}

/** A folder for one check, taken away after it. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A key of its own for one file. */
export function newKey(): string {
  return randomBytes(32).toString('hex')
}

/** The audit key of these databases. */
export const auditKey = Buffer.alloc(32, 7)
/** Rows that a batch brings; never some of them. */
export const batchRows = 50

const at = '2026-11-23T01:00:00.000Z' as Instant

/** One batch as a command of the application writes it: its rows and its audit entry, or nothing. */
export async function writeBatch(db: Writer, batch: number): Promise<void> {
  await db.transaction().execute(async (writer) => {
    const rows = Array.from({ length: batchRows }, (_, place) => ({
      ...{ id: `${batch}-${place}`, name: `Orang ${batch} ${place}`, post: 'x'.repeat(200) },
      ...{ active: 1, created_at: at },
    }))
    await writer.insertInto('person').values(rows).execute()
    const subjects = rows.map(({ id }) => ({ table: 'person', id, fields: ['name'] }))
    await appendEntry(writer, auditKey, { at, personId: null, action: 'torture.batch', subjects })
  })
}
