import type { Attachment, AttachmentId, OwnerKind } from '#contract/attachments'
import { WorkspaceError } from '#contract/errors'
import type { Person } from '#contract/people'
import { attachmentRights, mayAttach } from '#contract/attachmentRights'
import type { Reader } from '../../database/schema.ts'
import type { Pictures } from '../../media/pictures.ts'
import type { MediaStore } from '../../media/store.ts'
import { findAttachment } from '../queries.ts'
import type { OwnerGuards } from '../rules/owner.ts'

export interface AttachmentParts {
  readonly db: Reader
  readonly media: MediaStore
  readonly pictures: Pictures
  readonly owners: OwnerGuards
}

/** @throws WorkspaceError `people.not-allowed` */
export function refuseRole(
  actor: Person | null,
  kind: OwnerKind,
  deed: 'see' | 'change' = 'change',
): void {
  if (actor !== null && mayAttach(actor.roles, kind, deed)) return
  const roles = attachmentRights[kind][deed].join(',')
  throw new WorkspaceError('people.not-allowed', { roles })
}

/**
 * One attachment that this person may change, of an owner that may be changed.
 * @throws WorkspaceError `attachments.unknown`, `people.not-allowed`; what the owner's slice refuses
 */
export async function changeable(
  { owners }: Pick<AttachmentParts, 'owners'>,
  { db, actor }: { readonly db: Reader; readonly actor: Person },
  id: AttachmentId,
): Promise<Attachment> {
  const found = await existing(db, id)
  refuseRole(actor, found.owner.kind)
  await owners[found.owner.kind].refuseChange(db, found.owner.id)
  return found
}

/** @throws WorkspaceError `attachments.unknown` */
export async function existing(db: Reader, id: AttachmentId): Promise<Attachment> {
  const found = await findAttachment(db, id)
  if (found === null) throw new WorkspaceError('attachments.unknown')
  return found
}
