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
import type { Media, MediaRequest } from '../../media/request.ts'
import { attachmentsOf, findAttachment } from '../queries.ts'
import { wholeOf } from './bytes.ts'
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

/** A picture as the page shows it; null of what is none, and where it may not be seen. */
export async function readMedia(
  parts: AttachmentParts,
  { size, id }: Pick<MediaRequest, 'size' | 'id'>,
  actor: Person | null,
): Promise<Media | null> {
  const known = AttachmentId.safeParse(id)
  const found = known.success ? await findAttachment(parts.db, known.data) : null
  if (found === null || actor === null || !mayAttach(actor.roles, found.owner.kind, 'see')) {
    return null
  }
  if (!isPictureKind(found.kind)) return null
  if (size === 'preview') return drawn(parts, found, previewWidth)
  const kept = await parts.media.get('thumbnail', found.bytesHash)
  if (kept !== null) return { bytes: kept, contentType: contentTypeOf(kept) }
  // Thumbnails are not flushed when written: one that a power failure took is drawn again.
  const again = await drawn(parts, found, thumbnailWidth)
  if (again !== null) await parts.media.put('thumbnail', found.bytesHash, again.bytes)
  return again
}

async function drawn(
  { media, pictures }: AttachmentParts,
  found: Attachment,
  width: number,
): Promise<Media | null> {
  try {
    return await pictures.draw({ bytes: await wholeOf(media, found), hash: found.bytesHash }, width)
  } catch (error) {
    if (error instanceof WorkspaceError) return null
    throw error
  }
}

/** Thumbnails are JPEG, or WebP where the picture is transparent. */
function contentTypeOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp'
}
