import { z } from 'zod'
import { RedactionBox, type FullCopy, type RedactionId } from '#contract/attachmentRedaction'
import type { Attachment, AttachmentId, AttachmentOwner } from '#contract/attachments'
import type { Instant, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { FullCopyRow, RedactionRow } from '../tables.ts'

/** Boxes as a row keeps them. */
export const Boxes = z.array(RedactionBox)

export async function insertRedaction(db: Writer, row: RedactionRow): Promise<void> {
  await db.insertInto('attachment_redaction').values(row).execute()
}

/** One of an attachment's, standing or not. */
export async function findRedaction(db: Reader, id: RedactionId): Promise<RedactionRow | null> {
  const row = await db
    .selectFrom('attachment_redaction')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Null lets it stand; another of the same picture must not stand then. */
export async function setRedactionRemoved(
  db: Writer,
  id: RedactionId,
  removedAt: Instant | null,
): Promise<void> {
  await db
    .updateTable('attachment_redaction')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute()
}

export async function insertFullCopy(db: Writer, row: FullCopyRow): Promise<void> {
  await db.insertInto('attachment_full_copy').values(row).execute()
}

/** Oldest first. */
export async function listFullCopies(db: Reader, id: AttachmentId): Promise<FullCopy[]> {
  const rows = await db
    .selectFrom('attachment_full_copy')
    .innerJoin('person', 'person.id', 'attachment_full_copy.by_id')
    .select(['attachment_full_copy.at', 'attachment_full_copy.reason', 'person.name'])
    .where('attachment_full_copy.attachment_id', '=', id)
    .orderBy('attachment_full_copy.at')
    .orderBy('attachment_full_copy.id')
    .execute()
  return rows.map(({ at, reason, name }) => ({ at, reason, byName: name }))
}

/** The hashes of all redacted copies, those that were removed too. */
export async function redactedHashes(db: Reader): Promise<Sha256[]> {
  const rows = await db
    .selectFrom('attachment_redaction')
    .select('bytes_hash')
    .distinct()
    .orderBy('bytes_hash')
    .execute()
  return rows.map(({ bytes_hash }) => bytes_hash)
}

/**
 * Takes out what was blacked out for some owners, and why it left in full.
 * @returns the hashes of the copies
 */
export async function eraseRedactions(
  db: Writer,
  kind: AttachmentOwner['kind'],
  ownerIds: readonly string[],
): Promise<Sha256[]> {
  const attachments = db
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ownerIds)
  const rows = await db
    .selectFrom('attachment_redaction')
    .select('bytes_hash')
    .where('attachment_id', 'in', attachments)
    .execute()
  for (const table of ['attachment_redaction', 'attachment_full_copy'] as const) {
    await db.deleteFrom(table).where('attachment_id', 'in', attachments).execute()
  }
  return rows.map(({ bytes_hash }) => bytes_hash)
}

/** What stands for a picture: its redacted copy where there is one. */
export function leaving({ redaction, bytesHash, byteSize }: Attachment): {
  readonly bytesHash: Sha256
  readonly byteSize: number
} {
  return redaction ?? { bytesHash, byteSize }
}
