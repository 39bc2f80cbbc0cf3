import { z } from 'zod'
import type { RedactionId } from '#contract/attachmentRedaction'
import type { Attachment, AttachmentId, AttachmentOwner } from '#contract/attachments'
import { PersonalDetail } from '#contract/imageMetadata'
import type { Instant, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import type { MediaName } from '../media/names.ts'
import { Boxes, eraseRedactions, redactedHashes } from './queries/redactions.ts'
import type { AttachmentRow } from './tables.ts'

const Personal = z.array(PersonalDetail)

/** What is attached to something, oldest first, without what was taken off. */
export async function attachmentsOf(db: Reader, owner: AttachmentOwner): Promise<Attachment[]> {
  const rows = await withNames(db)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('attachment.removed_at', 'is', null)
    .orderBy('added_at')
    // Those that came in together have the same time.
    .orderBy('file_name')
    .orderBy('attachment.id')
    .execute()
  return rows.map(toAttachment)
}

/** Null when there is none; one that was taken off is found. */
export async function findAttachment(db: Reader, id: AttachmentId): Promise<Attachment | null> {
  const row = await withNames(db).where('attachment.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toAttachment(row)
}

/** The same bytes on the same owner, taken off or not. */
export async function findSame(
  db: Reader,
  owner: AttachmentOwner,
  hash: Sha256,
): Promise<Attachment | null> {
  const row = await withNames(db)
    .where('owner_kind', '=', owner.kind)
    .where('owner_id', '=', owner.id)
    .where('attachment.bytes_hash', '=', hash)
    .executeTakeFirst()
  return row === undefined ? null : toAttachment(row)
}

export async function insertAttachment(db: Writer, row: AttachmentRow): Promise<void> {
  await db.insertInto('attachment').values(row).execute()
}

export async function updateAttachment(
  db: Writer,
  id: AttachmentId,
  changes: Partial<
    Pick<AttachmentRow, 'title' | 'note' | 'removed_at' | 'added_at' | 'added_by' | 'file_name'>
  >,
): Promise<void> {
  await db.updateTable('attachment').set(changes).where('id', '=', id).execute()
}

/** Gives what is attached to one owner to another; answers what that was. */
export async function moveAttachments(
  db: Reader,
  writer: Writer,
  from: AttachmentOwner,
  to: AttachmentOwner,
): Promise<AttachmentId[]> {
  const rows = await db
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', from.kind)
    .where('owner_id', '=', from.id)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) {
    await writer
      .updateTable('attachment')
      .set({ owner_kind: to.kind, owner_id: to.id })
      .where('id', 'in', ids)
      .execute()
  }
  return ids
}

function withNames(db: Reader) {
  return db
    .selectFrom('attachment')
    .innerJoin('person', 'person.id', 'attachment.added_by')
    .leftJoin('attachment_redaction as black', (join) =>
      join.onRef('black.attachment_id', '=', 'attachment.id').on('black.removed_at', 'is', null),
    )
    .leftJoin('person as redactor', 'redactor.id', 'black.made_by')
    .selectAll('attachment')
    .select([
      'person.name as added_by_name',
      ...(['black.id as black_id', 'black.boxes', 'black.made_at'] as const),
      ...(['black.byte_size as black_size', 'black.bytes_hash as black_hash'] as const),
      'redactor.name as made_by_name',
    ])
}

/** A row with the redacted copy that stands for it; null where there is none. */
interface NamedRow extends AttachmentRow {
  readonly added_by_name: string
  readonly black_id: RedactionId | null
  readonly boxes: string | null
  readonly black_size: number | null
  readonly black_hash: Sha256 | null
  readonly made_at: Instant | null
  readonly made_by_name: string | null
}

function toRedaction(row: NamedRow): Attachment['redaction'] {
  const { black_id: id, boxes, black_size: byteSize, black_hash: bytesHash } = row
  const { made_at: madeAt, made_by_name: madeByName } = row
  if (id === null || boxes === null || byteSize === null) return null
  if (bytesHash === null || madeAt === null || madeByName === null) return null
  return { id, boxes: Boxes.parse(JSON.parse(boxes)), byteSize, bytesHash, madeAt, madeByName }
}

function toAttachment(row: NamedRow): Attachment {
  return {
    id: row.id,
    owner: { kind: row.owner_kind, id: row.owner_id },
    title: row.title,
    fileName: row.file_name,
    kind: row.kind,
    byteSize: row.byte_size,
    bytesHash: row.bytes_hash,
    width: row.width,
    height: row.height,
    personal: Personal.parse(JSON.parse(row.personal)),
    note: row.note,
    addedAt: row.added_at,
    addedByName: row.added_by_name,
    removedAt: row.removed_at,
    redaction: toRedaction(row),
  }
}

/** The files of the media store that attachments rest on, those that were removed among them. */
export async function durableAttachments(db: Reader): Promise<MediaName[]> {
  const kept = await db
    .selectFrom('attachment')
    .select('bytes_hash')
    .distinct()
    .orderBy('bytes_hash')
    .execute()
  const hashes = new Set([
    ...kept.map(({ bytes_hash }) => bytes_hash),
    ...(await redactedHashes(db)),
  ])
  return [...hashes].map((name) => ({ area: 'attachment', name }))
}

/**
 * Takes out what was attached to some owners, what was taken off them and what was blacked out too.
 * @returns how many files that were, and their hashes, which others may rest on (`unusedOf`)
 */
export async function eraseAttachments(
  db: Writer,
  kind: AttachmentOwner['kind'],
  ownerIds: readonly string[],
): Promise<{ readonly files: number; readonly hashes: Sha256[] }> {
  const rows = await db
    .selectFrom('attachment')
    .select('bytes_hash')
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ownerIds)
    .execute()
  const redacted = await eraseRedactions(db, kind, ownerIds)
  await db
    .deleteFrom('attachment')
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ownerIds)
    .execute()
  const hashes = new Set([...rows.map(({ bytes_hash }) => bytes_hash), ...redacted])
  return { files: rows.length, hashes: [...hashes] }
}

/** Those of some hashes that no attachment and no redacted copy rests on. */
export async function unusedOf(db: Reader, hashes: readonly Sha256[]): Promise<Sha256[]> {
  const unused: Sha256[] = []
  for (const hash of hashes) {
    const used = await Promise.all(
      (['attachment', 'attachment_redaction'] as const).map((table) =>
        db.selectFrom(table).select('id').where('bytes_hash', '=', hash).executeTakeFirst(),
      ),
    )
    if (used.every((row) => row === undefined)) unused.push(hash)
  }
  return unused
}
