import { basename } from 'node:path'
import {
  AttachmentId,
  type Attachment,
  type AttachmentOwner,
  type attachments,
  type RefusedFile,
} from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts, JobContext } from '../../context.ts'
import type { FileSource } from '../../files/byteRange.ts'
import { findSame, insertAttachment, updateAttachment } from '../queries.ts'
import { shownName, titleFrom } from '../rules/names.ts'
import { existing, refuseRole, type AttachmentParts } from './parts.ts'
import { inPieces } from './pieces.ts'
import { readNew, type NewFile } from './newFile.ts'

type Takes = Pick<typeof attachments, 'add' | 'addPasted'>
type Job = JobContext & {
  readonly report: (progress: { done: number; total: number }) => void
}

/** Brings files in: from where they lie, or as they were pasted. */
export function takeHandlers(parts: AttachmentParts): SliceHandlers<Takes, Contexts> {
  return {
    add: (job, { owner, paths }) =>
      takeAll(
        parts,
        job,
        owner,
        paths.map((path) => ({ kind: 'file', path, rawPath: null })),
      ),
    addPasted: (job, { owner, name, bytes }) =>
      takeAll(parts, job, owner, [{ kind: 'bytes', name, bytes }]),
  }
}

/** Each file by itself: one that is refused does not keep the others out. */
async function takeAll(
  parts: AttachmentParts,
  job: Job,
  owner: AttachmentOwner,
  sources: readonly FileSource[],
): Promise<{ added: Attachment[]; refused: RefusedFile[] }> {
  refuseRole(job.actor, owner.kind)
  await parts.owners[owner.kind].refuseChange(job.db, owner.id)
  const added: Attachment[] = []
  const refused: RefusedFile[] = []
  for (const [place, source] of sources.entries()) {
    job.signal.throwIfAborted()
    const fileName = source.kind === 'file' ? basename(source.path) : source.name
    try {
      added.push(await takeOne(parts, job, owner, { fileName, source }))
    } catch (error) {
      if (!(error instanceof WorkspaceError) || error.code === 'refused') throw error
      const { reason, details } = error
      refused.push({ fileName: shownName(fileName), reason, details })
    }
    job.report({ done: place + 1, total: sources.length })
  }
  return { added, refused }
}

async function takeOne(
  { media, pictures, owners }: AttachmentParts,
  job: Job,
  owner: AttachmentOwner,
  { fileName, source }: { readonly fileName: string; readonly source: FileSource },
): Promise<Attachment> {
  const file = await readNew(source, fileName, pictures, job.signal)
  refuseTwice(await findSame(job.db, owner, file.hash))
  // Before the row: a row without its bytes would be a promise nobody can keep, and bytes without a
  // row are only room that a sweep gives back.
  await media.putLarge(file.hash, file.bytes.length, inPieces(file.bytes), () => true, 'attachment')
  if (file.thumbnail !== null) await media.put('thumbnail', file.hash, file.thumbnail)
  return job.write(async (context) => {
    await owners[owner.kind].refuseChange(context.db, owner.id)
    return enter(context, owner, fileName, file)
  })
}

/** What was taken off comes back with its title and note, as attached now by this person. */
async function enter(
  { db, writer, newId, clock, actor, record }: CommandContext,
  owner: AttachmentOwner,
  fileName: string,
  file: NewFile,
): Promise<Attachment> {
  const same = await findSame(db, owner, file.hash)
  refuseTwice(same)
  const now = { file_name: shownName(fileName), added_at: clock.now(), added_by: actor.id }
  if (same !== null) {
    await updateAttachment(writer, same.id, { ...now, removed_at: null })
    record('attachment', same.id, ['file_name', 'added_at', 'added_by', 'removed_at'])
    return existing(db, same.id)
  }
  const id = AttachmentId.parse(newId())
  await insertAttachment(writer, {
    ...{ id, owner_kind: owner.kind, owner_id: owner.id, title: titleFrom(fileName), ...now },
    ...{ kind: file.kind, byte_size: file.bytes.length, bytes_hash: file.hash },
    ...{ width: file.size?.width ?? null, height: file.size?.height ?? null },
    ...{ personal: JSON.stringify(file.personal), note: '', removed_at: null },
    look: file.look,
  })
  record('attachment', id, ['owner_kind', 'owner_id', 'title', 'kind', 'bytes_hash', 'added_by'])
  return existing(db, id)
}

/** @throws WorkspaceError `attachments.already-there` */
function refuseTwice(same: Attachment | null): void {
  if (same?.removedAt === null) throw new WorkspaceError('attachments.already-there')
}
