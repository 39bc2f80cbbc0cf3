import { createHash } from 'node:crypto'
import { RedactionId, type RedactionBox } from '#contract/attachmentRedaction'
import { isPictureKind, type Attachment, type attachments } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { Sha256 } from '#contract/values'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import {
  findRedaction,
  insertRedaction,
  listFullCopies,
  setRedactionRemoved,
} from '../queries/redactions.ts'
import { wholeOf } from './bytes.ts'
import { changeable, existing, refuseRole, type AttachmentParts } from './parts.ts'
import { inPieces } from './pieces.ts'

type Redactions = Pick<
  typeof attachments,
  'redact' | 'removeRedaction' | 'restoreRedaction' | 'fullCopies'
>

/** Parts of pictures are blacked out; the original is only read. */
export function redactHandlers(parts: AttachmentParts): SliceHandlers<Redactions, Contexts> {
  return {
    async redact(job, { id, boxes }) {
      job.report({ done: 0, total: 2 })
      const found = await changeable(parts, job, id)
      refuseBoxes(found, boxes)
      const copy = await redacted(parts, job, found, boxes)
      job.report({ done: 1, total: 2 })
      const answer = await job.write(async (context) => {
        const { db, writer, newId, clock, actor, record } = context
        // Asked again: it may have been taken off, or redacted by somebody else, meanwhile.
        const now = await changeable(parts, context, id)
        refuseBoxes(now, boxes)
        await remove(context, now)
        const redactionId = RedactionId.parse(newId())
        await insertRedaction(writer, {
          ...{ id: redactionId, attachment_id: id, boxes: JSON.stringify(boxes) },
          ...{ byte_size: copy.byteSize, bytes_hash: copy.hash },
          ...{ made_at: clock.now(), made_by: actor.id, removed_at: null },
        })
        record('attachment_redaction', redactionId, ['attachment_id', 'boxes', 'bytes_hash'])
        return { attachment: await existing(db, id), before: now.redaction?.id ?? null }
      })
      job.report({ done: 2, total: 2 })
      return answer
    },

    async removeRedaction(context, { id }) {
      const found = await changeable(parts, context, id)
      if (found.redaction === null) throw new WorkspaceError('attachments.not-redacted')
      await remove(context, found)
      return existing(context.db, id)
    },

    async restoreRedaction(context, { id, redactionId }) {
      const found = await changeable(parts, context, id)
      const wanted = await findRedaction(context.db, redactionId)
      if (wanted?.attachment_id !== id || wanted.removed_at === null) {
        throw new WorkspaceError('attachments.unknown-redaction')
      }
      await remove(context, found)
      await setRedactionRemoved(context.writer, redactionId, null)
      context.record('attachment_redaction', redactionId, ['removed_at'])
      return existing(context.db, id)
    },

    async fullCopies({ db, actor }, { id }) {
      const { owner } = await existing(db, id)
      refuseRole(actor, owner.kind, 'see')
      return listFullCopies(db, id)
    },
  }
}

/** Takes away the copy that stands, where one does. */
async function remove(
  { writer, clock, record }: CommandContext,
  { redaction }: Attachment,
): Promise<void> {
  if (redaction === null) return
  await setRedactionRemoved(writer, redaction.id, clock.now())
  record('attachment_redaction', redaction.id, ['removed_at'])
}

/** @throws WorkspaceError where it is no picture that is attached, or a box lies outside of it */
function refuseBoxes(found: Attachment, boxes: readonly RedactionBox[]): void {
  const { removedAt, kind, width, height } = found
  if (removedAt !== null) throw new WorkspaceError('attachments.unknown')
  if (!isPictureKind(kind) || width === null || height === null) {
    throw new WorkspaceError('attachments.no-picture')
  }
  const lies = (box: RedactionBox) =>
    box.left + box.width <= width && box.top + box.height <= height
  if (!boxes.every(lies)) throw new WorkspaceError('call.input')
}

/**
 * Makes the copy and keeps its bytes; without a row they are only room that a sweep gives back.
 * SECURITY: the copy is read as any file that comes in, and is not kept if it says anything of
 * anybody or has another size, whatever went wrong.
 */
async function redacted(
  { media, pictures }: AttachmentParts,
  { signal }: JobContext,
  found: Attachment,
  boxes: readonly RedactionBox[],
): Promise<{ readonly hash: Sha256; readonly byteSize: number }> {
  const { kind, bytesHash } = found
  if (!isPictureKind(kind)) throw new WorkspaceError('attachments.no-picture')
  const picture = { bytes: await wholeOf(media, found), hash: bytesHash }
  const bytes = await pictures.redact(picture, kind, boxes, signal)
  if (bytes === null) throw new WorkspaceError('attachments.damaged')
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const seen = await pictures.look({ bytes, hash }, signal)
  const isSound =
    seen?.width === found.width && seen.height === found.height && seen.personal.length === 0
  if (!isSound) throw new WorkspaceError('attachments.damaged')
  await media.putLarge(hash, bytes.length, inPieces(bytes), () => true, 'attachment')
  if (seen.thumbnail !== null) await media.put('thumbnail', hash, seen.thumbnail)
  return { hash, byteSize: bytes.length }
}
