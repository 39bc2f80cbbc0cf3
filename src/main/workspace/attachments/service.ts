import type { SliceHandlers } from '#contract/call'
import type { Contract } from '#contract/index'
import type { Attachment, AttachmentId } from '#contract/attachments'
import type { Contexts, JobContext } from '../context.ts'
import { changeHandlers } from './service/changing.ts'
import { copyHandler, saveInto, saveKept } from './service/copying.ts'
import { pictureOf, readHandlers, readMedia, type PictureRequest } from './service/reading.ts'
import type { AttachmentParts } from './service/parts.ts'
import { redactHandlers } from './service/redacting.ts'
import type { PictureBytes } from '../media/pictures.ts'
import type { Media } from '../media/request.ts'
import { takeHandlers } from './service/taking.ts'
import type { Person } from '#contract/people'
import type { Sha256 } from '#contract/values'

export interface Attachments {
  readonly handlers: SliceHandlers<Contract['attachments'], Contexts>
  /** A picture for the page, where the person at the keyboard may see it. */
  readMedia(request: PictureRequest, actor: Person | null): Promise<Media | null>
  /** The picture itself, for who looks at it within the workspace; null where it is gone or damaged. */
  readonly pictureOf: (attachment: Attachment) => Promise<PictureBytes | null>
  /** Takes bytes that nothing rests on any more out of the store, with what was drawn of them. */
  removeFile(hash: Sha256): Promise<void>
  /** Saves one into a folder as it leaves, under a name made of words; answers that name. */
  readonly saveInto: (
    job: JobContext,
    id: AttachmentId,
    folder: string,
    words: string,
  ) => Promise<string>
  /** The same as it was taken in, with nothing blacked out, for a reason that is kept. */
  readonly saveKept: (
    job: JobContext,
    id: AttachmentId,
    folder: string,
    words: string,
    reason: string,
  ) => Promise<string>
}

/** The attachments of one open workspace. */
export function openAttachments(parts: AttachmentParts): Attachments {
  return {
    handlers: {
      ...readHandlers(parts),
      ...takeHandlers(parts),
      ...changeHandlers(parts),
      ...redactHandlers(parts),
      saveCopy: copyHandler(parts),
    },
    readMedia: (request, actor) => readMedia(parts, request, actor),
    pictureOf: (attachment) => pictureOf(parts, attachment),
    async removeFile(hash) {
      await parts.media.removeLarge(hash, 'attachment')
      await parts.media.remove('thumbnail', hash)
    },
    saveInto: (job, id, folder, words) => saveInto(parts, job, id, folder, words),
    saveKept: (job, id, folder, words, reason) => saveKept(parts, job, id, folder, words, reason),
  }
}
