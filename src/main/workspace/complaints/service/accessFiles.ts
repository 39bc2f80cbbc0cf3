import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AttachmentId } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import type { complaintRequests, RefusedFile } from '#contract/complaintRequests'
import { WorkspaceError } from '#contract/errors'
import type { Contexts, JobContext } from '../../context.ts'
import { makeFolder } from '../../files/newFolder.ts'
import { accessFilesOf } from '../queries/accessFile.ts'
import { disclose } from './disclosing.ts'
import { entriesOf, knownRequest } from './requests.ts'

/** What files of cases are saved by. */
export interface AccessParts {
  /**
   * Saves one attachment into a folder as it leaves, redacted where it is, under a name of words.
   * @returns the name it has there
   */
  readonly saveInto: (
    job: JobContext,
    id: AttachmentId,
    folder: string,
    words: string,
  ) => Promise<string>
}

/** What was damaged is named and the rest goes on; anything else ends the whole of it. */
const passed = new Set(['attachments.damaged', 'attachments.original-gone'])

/** The files of an access file, beside its paper (PDPA 2010 s.30). */
export function accessFileHandlers({
  saveInto,
}: AccessParts): SliceHandlers<Pick<typeof complaintRequests, 'saveAccessFiles'>, Contexts> {
  return {
    async saveAccessFiles(job, { id, within }) {
      const { number, complainantId } = await knownRequest(job.db, id)
      const files = await accessFilesOf(job.db, await entriesOf(job.db, complainantId))
      if (files.length === 0) throw new WorkspaceError('complaints.no-access-files')
      const folder = await makeFolder(within, `${number}-lampiran`)
      const refused: RefusedFile[] = []
      try {
        for (const [done, file] of files.entries()) {
          job.signal.throwIfAborted()
          job.report({ done, total: files.length })
          try {
            await saveInto(job, file.id, folder, `${file.number} ${file.title}`)
          } catch (error) {
            if (!(error instanceof WorkspaceError) || !passed.has(error.reason)) throw error
            refused.push({ number: file.number, title: file.title })
          }
        }
        await job.write(async (context) => {
          for (const complaintId of new Set(files.map((file) => file.complaintId))) {
            await disclose(context, {
              ...{ complaintId, toWhom: 'Pengadu', what: 'Lampiran kes' },
              basis: `Permohonan akses ${number}`,
            })
          }
        })
      } catch (error) {
        // Half of it would pass for all of it.
        await rm(folder, { recursive: true, force: true })
        throw error
      }
      job.report({ done: files.length, total: files.length })
      return { folder: basename(folder), saved: files.length - refused.length, refused }
    },
  }
}
