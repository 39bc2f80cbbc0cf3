import { createHash } from 'node:crypto'
import { WorkspaceError } from '#contract/errors'
import { CheckId, ImageId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { PictureSource } from '../measure/read.ts'
import { pieces, withBytes } from '../../files/byteRange.ts'
import type { ByteRange } from '../../files/byteRange.ts'
import { imageByHash } from '../queries/library.ts'
import type { ImageCheckRow } from '../tables.ts'
import { enter, linkKept } from './entering.ts'
import type { Outcome } from './entering.ts'

/**
 * Copies a checked video or PDF into the library: the bytes that were checked, and no others, read
 * once and never held whole. Only equal bytes are a repeat, and those are found by their hash.
 * @param stillKeepable the row as it is now; throws when it may not be kept any more
 * @throws WorkspaceError `images.file-gone`, `images.file-changed`; the signal's reason
 */
export async function keepMedium(
  job: JobContext,
  media: MediaStore,
  row: ImageCheckRow,
  source: PictureSource,
  stillKeepable: (db: Reader) => Promise<ImageCheckRow>,
): Promise<Outcome> {
  const checkId = CheckId.parse(row.id)
  const hash = row.bytes_hash
  if (hash === null) throw new WorkspaceError('images.not-keepable')
  const before = await imageByHash(job.db, hash)
  if (before?.trashed_at === null) {
    return job.write((context) => linkKept(context, checkId, ImageId.parse(before.id)))
  }
  const isSame = await opened(source, (bytes) => copyInto(media, hash, bytes, job.signal))
  if (!isSame) throw new WorkspaceError('images.file-changed')
  const frame = row.frame === 'drawn' ? await media.get('thumbnail', row.id) : null
  if (frame !== null) await media.put('thumbnail', hash, frame)
  return job.write(async (context) => {
    const now = await stillKeepable(context.db)
    const there = await imageByHash(context.db, hash)
    if (there?.trashed_at === null) {
      return linkKept(context, checkId, ImageId.parse(there.id))
    }
    return enter(context, now, there, null)
  })
}

/** False when these are not the bytes that were checked; nothing is kept then. */
async function copyInto(
  media: MediaStore,
  expected: string,
  bytes: ByteRange,
  signal: AbortSignal,
): Promise<boolean> {
  const hash = createHash('sha256')
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces(bytes)) {
      signal.throwIfAborted()
      hash.update(piece)
      yield piece
    }
  }
  return media.putLarge(expected, bytes.size, hashed(), () => hash.digest('hex') === expected)
}

async function opened<T>(
  source: PictureSource,
  work: (bytes: ByteRange) => Promise<T>,
): Promise<T> {
  const progress = { begun: false }
  try {
    return await withBytes(source, (bytes) => {
      progress.begun = true
      return work(bytes)
    })
  } catch (error) {
    // It could not even be opened.
    if (!progress.begun) throw new WorkspaceError('images.file-gone')
    throw error
  }
}
