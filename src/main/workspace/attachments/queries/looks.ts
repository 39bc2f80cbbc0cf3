import type { RedactionId } from '#contract/attachmentRedaction'
import type { AttachmentId, AttachmentOwner, OwnerKind } from '#contract/attachments'
import type { Reader } from '../../database/schema.ts'

/** How a picture that is attached looks, and to what it is. */
export interface AttachedLook {
  readonly id: AttachmentId
  readonly ownerId: string
  readonly look: string
}

/** How the pictures look that are attached to an owner. */
export async function looksOf(db: Reader, owner: AttachmentOwner): Promise<AttachedLook[]> {
  return toLooks(
    await standing(db, owner.kind).where('owner_id', '=', owner.id).orderBy('id').execute(),
  )
}

/** The same of some of them; what is attached to another kind of owner is left out. */
export async function looksAmong(
  db: Reader,
  kind: OwnerKind,
  ids: readonly AttachmentId[],
): Promise<AttachedLook[]> {
  if (ids.length === 0) return []
  return toLooks(await standing(db, kind).where('id', 'in', ids).orderBy('id').execute())
}

/** The newest pictures of a kind of owner: whose, and how they look. */
export async function newestLooks(
  db: Reader,
  kind: OwnerKind,
  most: number,
): Promise<AttachedLook[]> {
  const newest = standing(db, kind).orderBy('added_at', 'desc').orderBy('id').limit(most)
  return toLooks(await newest.execute())
}

/** The redacted copies that stand for some attachments. */
export async function standingRedactions(
  db: Reader,
  ids: readonly AttachmentId[],
): Promise<ReadonlyMap<AttachmentId, RedactionId>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('attachment_redaction')
    .select(['id', 'attachment_id'])
    .where('attachment_id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.attachment_id, row.id]))
}

function standing(db: Reader, kind: OwnerKind) {
  return db
    .selectFrom('attachment')
    .select(['id', 'owner_id', 'look'])
    .where('owner_kind', '=', kind)
    .where('removed_at', 'is', null)
    .where('look', 'is not', null)
}

function toLooks(
  rows: readonly {
    readonly id: AttachmentId
    readonly owner_id: string
    readonly look: string | null
  }[],
): AttachedLook[] {
  return rows.flatMap(({ id, owner_id, look }) =>
    look === null ? [] : [{ id, ownerId: owner_id, look }],
  )
}
