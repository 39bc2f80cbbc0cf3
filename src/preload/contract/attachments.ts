import { z } from 'zod'
import { FullCopy, mostBoxes, Redaction, RedactionBox, RedactionId } from './attachmentRedaction.ts'
import { command, job, query } from './call.ts'
import { isReason, type ErrorDetails, type Reason } from './errors.ts'
import { CopyManner } from './imageCopies.ts'
import { largestPart } from './imageFrames.ts'
import { PersonalDetail } from './imageMetadata.ts'
import type { SavedFormat } from './saving.ts'
import { Instant, Line, Passage, Sha256 } from './values.ts'

export const AttachmentId = z.uuid().brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof AttachmentId>

/**
 * What files are attached to. The slice that has such rows says whether one may be changed
 * (`OwnerGuard`), and `attachmentRights` in `attachmentRights.ts` says who may.
 */
export const OwnerKind = z.enum([
  ...(['post', 'approval-decision', 'publication', 'complaint', 'complaint-draft'] as const),
  'evidence',
])
export type OwnerKind = z.infer<typeof OwnerKind>

export const AttachmentOwner = z.object({ kind: OwnerKind, id: z.uuid() })
export type AttachmentOwner = z.infer<typeof AttachmentOwner>

/** What an attached file is, by its content; also what it leaves as. */
export const AttachmentKind = z.enum([
  ...(['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx', 'pptx', 'txt', 'eml'] as const),
] satisfies SavedFormat[])
export type AttachmentKind = z.infer<typeof AttachmentKind>

/** Those that are shown as pictures; they leave without what they say of persons and places. */
export const pictureKinds = ['jpeg', 'png', 'webp'] as const satisfies AttachmentKind[]
export type PictureKind = (typeof pictureKinds)[number]

/** Whether a file of this kind is a picture. */
export function isPictureKind(kind: AttachmentKind): kind is PictureKind {
  return pictureKinds.some((one) => one === kind)
}

/** Largest file that is taken, in megabytes of a million bytes. Ours. */
export const attachmentMegabytes = 100
/** The same in bytes. */
export const largestAttachment = attachmentMegabytes * 1_000_000

export const Attachment = z.object({
  id: AttachmentId,
  owner: AttachmentOwner,
  /** What the office calls it; at first the file's own name without its ending. */
  title: z.string(),
  /** As the file was called when it was attached. */
  fileName: z.string(),
  kind: AttachmentKind,
  /** In bytes. */
  byteSize: z.number().int(),
  bytesHash: Sha256,
  /** Of a picture, in pixels as it is seen; null of anything else. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** What a picture says of persons and places: for the person's eyes, never logged or audited. */
  personal: z.array(PersonalDetail),
  note: z.string(),
  addedAt: Instant,
  addedByName: z.string(),
  removedAt: Instant.nullable(),
  /** The copy that leaves in its place; null where nothing of it is blacked out. */
  redaction: Redaction.nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** Why one of several files was not taken. */
export const RefusedFile = z.object({
  fileName: z.string(),
  reason: z.custom<Reason>(isReason),
  details: z.custom<ErrorDetails>((value) => typeof value === 'object' && value !== null),
})
export type RefusedFile = z.infer<typeof RefusedFile>

const Taken = z.object({ added: z.array(Attachment), refused: z.array(RefusedFile) })
const FileProgress = z.object({ done: z.number().int(), total: z.number().int() })
const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const One = z.object({ id: AttachmentId })

export const attachments = {
  /** Oldest first, without those taken off. */
  list: query(z.object({ owner: AttachmentOwner }), z.array(Attachment)),
  /** Each file is taken or refused by itself. */
  add: job(
    z.object({ owner: AttachmentOwner, paths: z.array(z.string().min(1)).min(1).max(50) }),
    Taken,
    FileProgress,
  ),
  /** What has no place on a disk, such as a pasted screenshot. */
  addPasted: job(
    z.object({
      owner: AttachmentOwner,
      name: Line,
      bytes: Bytes.refine(({ byteLength }) => byteLength <= largestAttachment),
    }),
    Taken,
    FileProgress,
  ),
  change: command(One.extend({ title: Line, note: Passage }), Attachment),
  /** Takes it off its owner; the file stays in the store, and it can be brought back. */
  remove: command(One, Attachment),
  restore: command(One, Attachment),
  /** Fewer bytes where the file ends; null when it is gone or damaged. For the preview. */
  part: query(
    One.extend({
      from: z.number().int().nonnegative(),
      length: z.number().int().min(1).max(largestPart),
    }),
    z.object({ bytes: Bytes, size: z.number().int() }).nullable(),
  ),
  /**
   * Writes a copy to the path a person named. Pictures are saved anew, so that nothing but the
   * picture is in them; everything else leaves byte for byte, for it is evidence. Of a picture that
   * is redacted the redacted copy leaves, unless it is said why all of it is needed: that is kept.
   * @throws `attachments.unknown`, `attachments.original-gone`; what the disk refuses (`images.…`)
   */
  saveCopy: job(
    One.extend({ path: z.string().min(1), fullFor: Passage.min(1).optional() }),
    z.object({ path: z.string(), manner: CopyManner }),
    FileProgress,
  ),
  /**
   * Makes a copy of a picture whose boxes are black, and lets it stand in the picture's place; one
   * that stood there before is answered as `before`.
   * @throws `attachments.unknown`, `attachments.no-picture`, `attachments.damaged`; `call.input` for
   *   a box outside of the picture
   */
  redact: job(
    One.extend({ boxes: z.array(RedactionBox).min(1).max(mostBoxes) }),
    z.object({ attachment: Attachment, before: RedactionId.nullable() }),
    FileProgress,
  ),
  /** The picture stands for itself again. @throws `attachments.not-redacted` */
  removeRedaction: command(One, Attachment),
  /** Lets one that was removed or replaced stand again. @throws `attachments.unknown-redaction` */
  restoreRedaction: command(One.extend({ redactionId: RedactionId }), Attachment),
  /** How often it left with nothing blacked out although it is redacted, oldest first. */
  fullCopies: query(One, z.array(FullCopy)),
}
