import { isPictureKind, type attachments } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { writeAs } from '../../files/savedFiles.ts'
import { piecesOf, wholeOf } from './bytes.ts'
import { existing, refuseRole, type AttachmentParts } from './parts.ts'

type SaveCopy = SliceHandlers<Pick<typeof attachments, 'saveCopy'>, Contexts>['saveCopy']

/** A copy that leaves; what is attached is only read. */
export function copyHandler({ media, pictures }: AttachmentParts): SaveCopy {
  return async (job, { id, path }) => {
    const found = await existing(job.db, id)
    const { kind, owner, bytesHash } = found
    refuseRole(job.actor, owner.kind, 'see')
    // A file that was attached is not in the way: the store has bytes of its own.
    const write = (content: Parameters<typeof writeAs>[2]) =>
      writeAs(path, kind, content, () => Promise.resolve(false))
    if (!isPictureKind(kind)) {
      const saved = await write(piecesOf(media, found, job.signal))
      await tell()
      return { path: saved, manner: 'as-is' }
    }
    const picture = { bytes: await wholeOf(media, found), hash: bytesHash }
    const copy = await pictures.copy(picture, kind, job.signal)
    if (copy === null) throw new WorkspaceError('attachments.damaged')
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
