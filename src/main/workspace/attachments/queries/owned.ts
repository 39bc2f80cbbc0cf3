import type { OwnerKind } from '#contract/attachments'
import type { Instant, Sha256 } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

/** A file of one of several owners. */
export interface OwnedFile {
  readonly ownerId: string
  readonly fileName: string
  readonly byteSize: number
  readonly bytesHash: Sha256
  readonly addedAt: Instant
  readonly addedByName: string
}

/** The files of many owners of one kind at once, oldest first, without those taken off. */
export async function filesOfOwners(
  db: Reader,
  kind: OwnerKind,
  ids: readonly string[],
): Promise<OwnedFile[]> {
  const rows = await db
    .selectFrom('attachment')
    .innerJoin('person', 'person.id', 'attachment.added_by')
    .select(['owner_id', 'file_name', 'byte_size', 'bytes_hash', 'added_at'])
    .select('person.name as by_name')
    .where('owner_kind', '=', kind)
    .where('owner_id', 'in', ids.length === 0 ? [''] : [...ids])
    .where('attachment.removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('file_name')
    .orderBy('attachment.id')
    .execute()
  return rows.map((row) => ({
    ...{ ownerId: row.owner_id, fileName: row.file_name, byteSize: row.byte_size },
    ...{ bytesHash: row.bytes_hash, addedAt: row.added_at, addedByName: row.by_name },
  }))
}
