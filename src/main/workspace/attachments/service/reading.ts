import { RedactionId } from '#contract/attachmentRedaction'
import {
  AttachmentId,
  isPictureKind,
  type Attachment,
  type attachments,
} from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Person } from '#contract/people'
import { mayAttach } from '#contract/attachmentRights'
import type { Contexts } from '../../context.ts'
import type { PictureBytes } from '../../media/pictures.ts'
import type { Media, MediaRequest } from '../../media/request.ts'
import type { Reader } from '../../database/schema.ts'
import { attachmentsOf, findAttachment } from '../queries.ts'
import { findRedaction } from '../queries/redactions.ts'
import { wholeOf, type Kept } from './bytes.ts'
import { existing, refuseRole, type AttachmentParts } from './parts.ts'

type Reads = Pick<typeof attachments, 'list' | 'part'>

export function readHandlers({ media }: AttachmentParts): SliceHandlers<Reads, Contexts> {
  return {
    async list({ db, actor }, { owner }) {
      refuseRole(actor, owner.kind, 'see')
      return attachmentsOf(db, owner)
    },

    async part({ db, actor }, { id, from, length }) {
      const { owner, bytesHash } = await existing(db, id)
      refuseRole(actor, owner.kind, 'see')
      return media.readLarge(bytesHash, from, from + length, 'attachment')
    },
  }
}

/** Wide enough for a picture shown over a whole 1920 px screen. */
const previewWidth = 1_600
const thumbnailWidth = 320

export type PictureRequest = Pick<MediaRequest, 'size' | 'id'> & {
  /** The original, or the redacted copy of one by the copy's own id. */
  readonly of: 'attachment' | 'redaction'
}

/** A picture as the page shows it; null of what is none, and where it may not be seen. */
export async function readMedia(
  parts: AttachmentParts,
  { size, of, id }: PictureRequest,
  actor: Person | null,
): Promise<Media | null> {
  const asked = of === 'attachment' ? await original(parts.db, id) : await blackened(parts.db, id)
  if (asked === null || actor === null || !isPictureKind(asked.attachment.kind)) return null
  if (!mayAttach(actor.roles, asked.attachment.owner.kind, 'see')) return null
  const found = asked.kept
  if (size === 'preview') return drawn(parts, found, previewWidth)
  const kept = await parts.media.get('thumbnail', found.bytesHash)
  if (kept !== null) return { bytes: kept, contentType: contentTypeOf(kept) }
  // Thumbnails are not flushed when written: one that a power failure took is drawn again.
  const again = await drawn(parts, found, thumbnailWidth)
  if (again !== null) await parts.media.put('thumbnail', found.bytesHash, again.bytes)
  return again
}

/** All of a picture's bytes; null where it is gone or damaged. */
export async function pictureOf(
  { media }: Pick<AttachmentParts, 'media'>,
  found: Kept,
): Promise<PictureBytes | null> {
  try {
    return { bytes: await wholeOf(media, found), hash: found.bytesHash }
  } catch (error) {
    if (error instanceof WorkspaceError) return null
    throw error
  }
}

interface Asked {
  readonly attachment: Attachment
  readonly kept: Kept
}

async function original(db: Reader, id: string): Promise<Asked | null> {
  const known = AttachmentId.safeParse(id)
  const attachment = known.success ? await findAttachment(db, known.data) : null
  return attachment === null ? null : { attachment, kept: attachment }
}

async function blackened(db: Reader, id: string): Promise<Asked | null> {
  const known = RedactionId.safeParse(id)
  const row = known.success ? await findRedaction(db, known.data) : null
  const attachment = row === null ? null : await findAttachment(db, row.attachment_id)
  if (row === null || attachment === null) return null
  return { attachment, kept: { bytesHash: row.bytes_hash, byteSize: row.byte_size } }
}

async function drawn(parts: AttachmentParts, found: Kept, width: number): Promise<Media | null> {
  const picture = await pictureOf(parts, found)
  return picture === null ? null : parts.pictures.draw(picture, width)
}

/** Thumbnails are JPEG, or WebP where the picture is transparent. */
function contentTypeOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp'
}
