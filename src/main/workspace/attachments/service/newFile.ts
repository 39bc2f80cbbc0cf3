import { createHash } from 'node:crypto'
import {
  attachmentMegabytes,
  isPictureKind,
  largestAttachment,
  type AttachmentKind,
} from '#contract/attachments'
import { WorkspaceError } from '#contract/errors'
import type { PersonalDetail } from '#contract/imageMetadata'
import { Sha256 } from '#contract/values'
import { FileMoved, withBytes, type FileSource } from '../../files/byteRange.ts'
import type { Pictures } from '../../media/pictures.ts'
import { contentsOf } from '../rules/contents.ts'

/** A file that may be attached, read whole. */
export interface NewFile {
  readonly bytes: Uint8Array
  readonly hash: Sha256
  readonly kind: AttachmentKind
  /** Of a picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly personal: PersonalDetail[]
  readonly thumbnail: Uint8Array | null
  readonly look: string | null
}

/**
 * Reads a file once and looks at what was read, and at nothing else: what is kept is what was found
 * sound. It is held whole, for at most `largestAttachment` bytes.
 * @throws WorkspaceError why it is not taken
 */
export async function readNew(
  source: FileSource,
  fileName: string,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<NewFile> {
  const bytes = await read(source)
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const contents = await contentsOf(bytes, fileName)
  if (contents === null) throw new WorkspaceError('attachments.not-accepted')
  if ('saveAs' in contents) {
    const { kind, saveAs } = contents
    throw new WorkspaceError('attachments.convert-first', { kind, to: saveAs })
  }
  const kind = contents.accepted
  if (!isPictureKind(kind))
    return { bytes, hash, kind, size: null, personal: [], thumbnail: null, look: null }
  const seen = await pictures.look({ bytes, hash }, signal)
  if (seen === null) throw new WorkspaceError('attachments.damaged')
  const { width, height, personal, thumbnail, look } = seen
  return { bytes, hash, kind, size: { width, height }, personal, thumbnail, look }
}

async function read(source: FileSource): Promise<Uint8Array> {
  try {
    return await withBytes(source, async (range) => {
      refuseSize(range.size)
      const bytes = await range.read(0, range.size)
      await range.proveUnmoved()
      if (bytes.length !== range.size) throw new FileMoved()
      return bytes
    })
  } catch (error) {
    if (error instanceof WorkspaceError) throw error
    const reason = error instanceof FileMoved ? 'attachments.changed' : 'attachments.unreadable'
    throw new WorkspaceError(reason)
  }
}

function refuseSize(size: number): void {
  if (size === 0) throw new WorkspaceError('attachments.empty')
  if (size > largestAttachment) {
    throw new WorkspaceError('attachments.too-large', { limit: attachmentMegabytes })
  }
}
