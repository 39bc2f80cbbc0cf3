import { createHmac } from 'node:crypto'
import type { Instant, PersonId } from '#contract/values'
import type { AuditRow } from './auditTables.ts'
import type { Writer } from './database/schema.ts'

export interface Subject {
  readonly table: string
  readonly id: string
  readonly fields: readonly string[]
  /** SHA-256 of what is kept for good, so that the chain proves it too; a hash tells nothing of anybody. */
  readonly seal?: string
}

export interface Deed {
  readonly at: Instant
  readonly personId: PersonId | null
  readonly action: string
  readonly subjects: readonly Subject[]
}

/** What precedes the first entry. */
export const beginning = '0'.repeat(64)

/**
 * Appends one entry to the chain, in the caller's transaction. Each hash is an HMAC-SHA-256 over
 * the entry and its predecessor's hash, so that an edit, a deletion or a swap shows in
 * `verifyChain`. A chain proves "not changed since", not "true when written".
 */
export async function appendEntry(db: Writer, key: Uint8Array, deed: Deed): Promise<void> {
  const last = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: deed.at,
    person_id: deed.personId,
    action: deed.action,
    subjects: JSON.stringify(deed.subjects),
    previous_hash: last?.hash ?? beginning,
  }
  await db
    .insertInto('audit_entry')
    .values({ ...entry, hash: hashOf(entry, key) })
    .execute()
}

export interface ChainState {
  /** Number of entries. */
  readonly entries: number
  /** Hash of the last one; 64 zeros when there is none. */
  readonly head: string
  /** Sequence of the first entry that does not fit, or null. */
  readonly firstBroken: number | null
}

/**
 * Recomputes the chain from its beginning. A cut tail shows only against a head and count kept
 * elsewhere: reports print both.
 */
export function verifyChain(rows: readonly AuditRow[], key: Uint8Array): ChainState {
  let previous = beginning
  let firstBroken: number | null = null
  for (const [index, row] of rows.entries()) {
    const fits =
      row.sequence === index + 1 && row.previous_hash === previous && row.hash === hashOf(row, key)
    if (!fits) firstBroken ??= row.sequence
    previous = row.hash
  }
  return { entries: rows.length, head: previous, firstBroken }
}

function hashOf(entry: Omit<AuditRow, 'hash'>, key: Uint8Array): string {
  // A JSON array keeps the fields apart: no two different entries give the same text.
  const text = JSON.stringify([
    entry.sequence,
    entry.at,
    entry.person_id,
    entry.action,
    entry.subjects,
    entry.previous_hash,
  ])
  return createHmac('sha256', key).update(text).digest('hex')
}
