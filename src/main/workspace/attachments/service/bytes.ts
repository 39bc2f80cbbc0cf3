import type { Attachment } from '#contract/attachments'
import { WorkspaceError } from '#contract/errors'
import { pieceBytes } from '../../files/byteRange.ts'
import type { MediaStore } from '../../media/store.ts'

/** What the store knows bytes by, be they an original's or a redacted copy's. */
export type Kept = Pick<Attachment, 'bytesHash' | 'byteSize'>

/**
 * The sealed chunks of a kept file, opened one by one.
 * @throws WorkspaceError `attachments.original-gone` also where some of it was damaged or swapped
 */
export async function* piecesOf(
  media: MediaStore,
  { bytesHash, byteSize }: Kept,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < byteSize; from += pieceBytes) {
    signal?.throwIfAborted()
    const to = Math.min(from + pieceBytes, byteSize)
    const piece = await media.readLarge(bytesHash, from, to, 'attachment')
    if (piece?.size !== byteSize) throw new WorkspaceError('attachments.original-gone')
    yield piece.bytes
  }
}

/** The whole of it, for what is decoded whole: a picture. */
export async function wholeOf(media: MediaStore, kept: Kept): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(media, kept)) pieces.push(piece)
  return Buffer.concat(pieces)
}
