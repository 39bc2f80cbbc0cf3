import { basename } from 'node:path'
import {
  isPictureKind,
  type Attachment,
  type AttachmentId,
  type attachments,
} from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CopyManner } from '#contract/imageCopies'
import type { Contexts, JobContext } from '../../context.ts'
import { nameOfCopy } from '../../files/copyName.ts'
import { writeAs, writeIntoFolder, type Content } from '../../files/savedFiles.ts'
import { piecesOf, wholeOf, type Kept } from './bytes.ts'
import { insertFullCopy, leaving } from '../queries/redactions.ts'
import { existing, refuseRole, type AttachmentParts } from './parts.ts'

type SaveCopy = SliceHandlers<Pick<typeof attachments, 'saveCopy'>, Contexts>['saveCopy']

/** A copy that leaves; what is attached is only read. */
export function copyHandler(parts: AttachmentParts): SaveCopy {
  return async (job, { id, path, fullFor }) => {
    const found = await existing(job.db, id)
    const { kind, owner } = found
    refuseRole(job.actor, owner.kind, 'see')
    const inFull = found.redaction !== null && fullFor !== undefined
    const { content, manner } = await leavingContent(parts, job, {
      kind,
      ...(inFull ? found : leaving(found)),
    })
    // Before it is written: what leaves in full is known, though the disk may refuse it then.
    if (inFull) await tellFull(job, id, fullFor)
    // A file that was attached is not in the way: the store has bytes of its own.
    const saved = await writeAs(path, kind, content, () => Promise.resolve(false))
    await tellTaken(job, id)
    return { path: saved, manner }
  }
}

/**
 * Saves one attachment into a folder as it leaves, redacted where it is, under a name made of words.
 * @returns the name it has there
 * @throws WorkspaceError `attachments.unknown`, `.damaged`, `.original-gone`, `people.not-allowed`;
 *   what the disk refuses (`images.…`)
 */
export async function saveInto(
  parts: AttachmentParts,
  job: JobContext,
  id: AttachmentId,
  folder: string,
  words: string,
): Promise<string> {
  const found = await existing(job.db, id)
  refuseRole(job.actor, found.owner.kind, 'see')
  const { content } = await leavingContent(parts, job, {
    ...{ kind: found.kind, ...leaving(found) },
  })
  const path = await writeIntoFolder(folder, nameBy(words, found.kind), content)
  await tellTaken(job, id)
  return basename(path)
}

/**
 * Saves one attachment into a folder as it was taken in, byte by byte, with nothing blacked out: for
 * whoever takes over the record itself. Why a redacted one left in full is kept.
 * @returns the name it has there
 * @throws WorkspaceError as `saveInto`
 */
export async function saveKept(
  { media }: AttachmentParts,
  job: JobContext,
  id: AttachmentId,
  folder: string,
  words: string,
  reason: string,
): Promise<string> {
  const found = await existing(job.db, id)
  refuseRole(job.actor, found.owner.kind, 'see')
  if (found.redaction !== null) await tellFull(job, id, reason)
  const path = await writeIntoFolder(
    folder,
    nameBy(words, found.kind),
    piecesOf(media, found, job.signal),
  )
  await tellTaken(job, id)
  return basename(path)
}

function nameBy(words: string, kind: Attachment['kind']) {
  // A stroke in a title parts no folders.
  const name = words.replaceAll(/[\\/]/g, ' ')
  return (isTaken: (tried: string) => boolean) => nameOfCopy(name, kind, isTaken)
}

/** A picture is drawn anew, without what it says of people; anything else leaves as it is. */
async function leavingContent(
  { media, pictures }: AttachmentParts,
  { signal }: JobContext,
  kept: Kept & Pick<Attachment, 'kind'>,
): Promise<{ readonly content: Content; readonly manner: CopyManner }> {
  const { kind } = kept
  if (!isPictureKind(kind)) return { content: piecesOf(media, kept, signal), manner: 'as-is' }
  const picture = { bytes: await wholeOf(media, kept), hash: kept.bytesHash }
  const copy = await pictures.copy(picture, kind, signal)
  if (copy === null) throw new WorkspaceError('attachments.damaged')
  return { content: copy.bytes, manner: copy.manner }
}

/** Who took which file out, and when; where to is the person's own business. */
async function tellTaken(job: JobContext, id: AttachmentId): Promise<void> {
  await job.write(({ record }) => {
    record('attachment', id, [])
    return Promise.resolve()
  })
}

/** Keeps why a redacted picture left with nothing blacked out; the audit log does not say it. */
async function tellFull(job: JobContext, id: AttachmentId, reason: string): Promise<void> {
  await job.write(async ({ writer, newId, clock, actor, record }) => {
    const row = { id: newId(), attachment_id: id, at: clock.now(), by_id: actor.id, reason }
    await insertFullCopy(writer, row)
    record('attachment_full_copy', row.id, ['attachment_id', 'reason'])
  })
}
