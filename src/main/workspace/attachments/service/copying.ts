import { isPictureKind, type AttachmentId, type attachments } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Contexts, JobContext } from '../../context.ts'
import { writeAs } from '../../files/savedFiles.ts'
import { piecesOf, wholeOf } from './bytes.ts'
import { insertFullCopy, leaving } from '../queries/redactions.ts'
import { existing, refuseRole, type AttachmentParts } from './parts.ts'

type SaveCopy = SliceHandlers<Pick<typeof attachments, 'saveCopy'>, Contexts>['saveCopy']

/** A copy that leaves; what is attached is only read. */
export function copyHandler({ media, pictures }: AttachmentParts): SaveCopy {
  return async (job, { id, path, fullFor }) => {
    const found = await existing(job.db, id)
    const { kind, owner } = found
    refuseRole(job.actor, owner.kind, 'see')
    // A file that was attached is not in the way: the store has bytes of its own.
    const write = (content: Parameters<typeof writeAs>[2]) =>
      writeAs(path, kind, content, () => Promise.resolve(false))
    if (!isPictureKind(kind)) {
      const saved = await write(piecesOf(media, found, job.signal))
      await tell()
      return { path: saved, manner: 'as-is' }
    }
    const inFull = found.redaction !== null && fullFor !== undefined
    const kept = inFull ? found : leaving(found)
    const picture = { bytes: await wholeOf(media, kept), hash: kept.bytesHash }
    const copy = await pictures.copy(picture, kind, job.signal)
    if (copy === null) throw new WorkspaceError('attachments.damaged')
    // Before it is written: what leaves in full is known, though the disk may refuse it then.
    if (inFull) await tellFull(job, id, fullFor)
    const saved = await write(copy.bytes)
    await tell()
    return { path: saved, manner: copy.manner }

    /** Who took which file out, and when; where to is the person's own business. */
    async function tell(): Promise<void> {
      await job.write(({ record }) => {
        record('attachment', id, [])
        return Promise.resolve()
      })
    }
  }
}

/** Keeps why a redacted picture left with nothing blacked out; the audit log does not say it. */
async function tellFull(job: JobContext, id: AttachmentId, reason: string): Promise<void> {
  await job.write(async ({ writer, newId, clock, actor, record }) => {
    const row = { id: newId(), attachment_id: id, at: clock.now(), by_id: actor.id, reason }
    await insertFullCopy(writer, row)
    record('attachment_full_copy', row.id, ['attachment_id', 'reason'])
  })
}
