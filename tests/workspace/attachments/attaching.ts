import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Attachment, AttachmentOwner } from '#contract/attachments'
import { samplePdf } from '../../support/samplePdf.ts'
import type { TestWorkspace } from '../../support/workspace.ts'

/** A folder of files to attach. */
export interface Outside {
  readonly folder: string
  /** Puts a file there and answers its path. */
  put(name: string, bytes: Uint8Array | string): Promise<string>
  remove(): Promise<void>
}

export async function openOutside(): Promise<Outside> {
  const folder = await mkdtemp(join(tmpdir(), 'lampiran-'))
  return {
    folder,
    async put(name, bytes) {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export const a4 = { width: 595, height: 842 }
export const pdf = samplePdf([a4])

/** What was attached, by title, as the page lists it. */
export async function listed(
  { workspace }: TestWorkspace,
  owner: AttachmentOwner,
): Promise<Attachment[]> {
  return workspace.attachments.list({ owner })
}
