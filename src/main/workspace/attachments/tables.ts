import type { RedactionId } from '#contract/attachmentRedaction'
import type { AttachmentId, AttachmentKind, OwnerKind } from '#contract/attachments'
import type { Instant, PersonId, Sha256 } from '#contract/values'

export interface AttachmentTables {
  attachment: AttachmentRow
  attachment_redaction: RedactionRow
  attachment_full_copy: FullCopyRow
}

export interface AttachmentRow {
  id: AttachmentId
  owner_kind: OwnerKind
  owner_id: string
  title: string
  file_name: string
  kind: AttachmentKind
  byte_size: number
  /** SHA-256; the name of its bytes in the media store. */
  bytes_hash: Sha256
  /** Of a picture. */
  width: number | null
  height: number | null
  /** Of a picture that was attached since it is kept: how it looks (`looksAlike`). */
  look: string | null
  /** JSON: `PersonalDetail[]`. */
  personal: string
  note: string
  added_at: Instant
  added_by: PersonId
  removed_at: Instant | null
}

/** A copy whose boxes are black. One at most stands for its picture: that which was not removed. */
export interface RedactionRow {
  id: RedactionId
  attachment_id: AttachmentId
  /** JSON: `RedactionBox[]`. */
  boxes: string
  byte_size: number
  /** SHA-256; the name of its bytes in the media store, where the originals are. */
  bytes_hash: Sha256
  made_at: Instant
  made_by: PersonId
  removed_at: Instant | null
}

/** That a redacted picture left with nothing blacked out. */
export interface FullCopyRow {
  id: string
  attachment_id: AttachmentId
  at: Instant
  by_id: PersonId
  reason: string
}
