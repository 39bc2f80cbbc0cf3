import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { FrameOf, imageFrames } from '#contract/imageFrames'
import { ImageId, type CheckId } from '#contract/values'
import type { Contexts, JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import { withBytes } from '../../files/byteRange.ts'
import { checkRow, updateCheck } from '../queries/checks.ts'
import { imageByHash, imageRow, updateImages } from '../queries/library.ts'
import type { ImageCheckRow, ImageRow } from '../tables.ts'
import { previewIn } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

type Handlers = SliceHandlers<typeof imageFrames, Contexts>

/** As wide as it is shown in a pane; the lists show it smaller. */
const frameWidth = 640

/** Frames of videos and first pages of PDFs: drawn by a window, kept here. */
export function frameHandlers(pool: ImagePool, media: MediaStore): Handlers {
  return {
    async mediumPart({ db }, { of, from, length }) {
      const to = from + length
      if (of.where === 'library') {
        const image = await imageRow(db, of.imageId)
        if (image === null || image.medium === 'picture') return null
        return media.readLarge(image.bytes_hash, from, to)
      }
      const row = await checkRow(db, of.checkId)
      return row === null || row.medium === 'picture' ? null : partOf(row, media, from, to)
    },

    async setFrame(job, { of, frame }) {
      const target = await targetOf(job.db, of)
      const { limits } = await rulesInForce(job.db)
      const asking = { pool, limits, signal: job.signal }
      // SECURITY: what a window hands over is decoded and drawn anew before anybody else shows it.
      const source = { kind: 'bytes', name: 'bingkai', bytes: frame ?? new Uint8Array(0) } as const
      const drawn = frame === null ? null : await previewIn(asking, source, null, frameWidth)
      if (drawn !== null) await media.put('thumbnail', target.thumbnail, drawn.bytes)
      await save(job, target, drawn === null ? 'none' : 'drawn', media)
      return { drawn: drawn !== null }
    },
  }
}

/** Null when the file is gone or has another size than when it was checked. */
async function partOf(row: ImageCheckRow, media: MediaStore, from: number, to: number) {
  const source = await sourceOf(row, media)
  if (source === null) return null
  try {
    return await withBytes(source, async (bytes) => {
      const { size } = bytes
      if (size !== row.byte_size) return null
      return { bytes: await bytes.read(Math.min(from, size), Math.min(to, size)), size }
    })
  } catch {
    return null
  }
}

interface Target {
  readonly checkId: CheckId | null
  readonly imageId: ImageId | null
  /** Name of its thumbnail in the media store. */
  readonly thumbnail: string
  readonly bytesHash: string
}

/** @throws WorkspaceError when there is no such video or PDF */
async function targetOf(db: Reader, of: FrameOf): Promise<Target> {
  const row: ImageCheckRow | ImageRow | null =
    of.where === 'batch' ? await checkRow(db, of.checkId) : await imageRow(db, of.imageId)
  if (row === null || row.medium === 'picture' || row.bytes_hash === null) {
    throw new WorkspaceError(of.where === 'batch' ? 'images.unknown-check' : 'images.unknown')
  }
  const bytesHash = row.bytes_hash
  return of.where === 'batch'
    ? { checkId: of.checkId, imageId: null, thumbnail: of.checkId, bytesHash }
    : { checkId: null, imageId: of.imageId, thumbnail: bytesHash, bytesHash }
}

async function save(
  job: JobContext,
  { checkId, imageId, thumbnail, bytesHash }: Target,
  frame: 'drawn' | 'none',
  media: MediaStore,
): Promise<void> {
  // It was kept before its frame was drawn: the library shows the same one.
  const kept = checkId === null ? null : await imageByHash(job.db, bytesHash)
  const also = kept?.frame === 'not-yet' ? ImageId.parse(kept.id) : null
  const bytes = also === null ? null : await media.get('thumbnail', thumbnail)
  if (frame === 'drawn' && bytes !== null) await media.put('thumbnail', bytesHash, bytes)
  await job.write(async ({ writer, record }) => {
    if (checkId !== null) {
      await updateCheck(writer, checkId, { frame })
      record('image_check', checkId, ['frame'])
    }
    const image = imageId ?? also
    if (image === null) return
    await updateImages(writer, [image], { frame })
    record('image', image, ['frame'])
  })
}
