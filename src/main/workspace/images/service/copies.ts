import { basename } from 'node:path'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { CopyManner, CopyResult, imageCopies } from '#contract/imageCopies'
import type { LibraryImage } from '#contract/images'
import { SavedFormat } from '#contract/saving'
import type { SaveTo } from '#contract/saving'
import type { ImageId } from '#contract/values'
import type { Contexts, JobContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import { nameOfCopy } from '../../files/copyName.ts'
import { copyFormatOf } from '../copy/format.ts'
import type { CopyFormat } from '../copy/format.ts'
import { boxedFormats, toldBoxes, withoutTold } from '../medium/boxes.ts'
import { Measurement } from '../measure/measurement.ts'
import { pieceBytes } from '../../files/byteRange.ts'
import { isCheckedPath } from '../queries/checks.ts'
import { imageRow, imagesByIds } from '../queries/library.ts'
import { copyDocumentIn, copyIn } from '../workers/copyIn.ts'
import type { ImagePool } from '../workers/pool.ts'
import { oneByOne } from './oneByOne.ts'
import { rulesInForce } from './rulesSetting.ts'
import { writeAs, writeIntoFolder } from '../../files/savedFiles.ts'
import type { Content } from '../../files/savedFiles.ts'

interface Parts {
  readonly pool: ImagePool
  readonly media: MediaStore
}

/** Copies that leave the library; what is in it is only read. */
export function copyHandlers({ pool, media }: Parts): SliceHandlers<typeof imageCopies, Contexts> {
  return {
    async copyPlan({ db }, { id }) {
      const { name, format } = await copyable(db, id)
      return { fileName: nameOfCopy(name, format), format }
    },

    async saveCopies(job, { ids, to }) {
      const wanted = [...new Set(ids)]
      if (to.kind === 'file' && wanted.length > 1) throw new WorkspaceError('call.input')
      const results = await oneByOne(
        job,
        wanted,
        (id) => saveOne(job, { pool, media }, id, to),
        (imageId, refused): CopyResult => ({ imageId, saved: null, refused }),
      )
      return { results }
    },

    async copyOut(job, { id }) {
      const image = await copyable(job.db, id)
      if (image.draw === null) throw new WorkspaceError('images.fix-unreadable')
      const { bytes } = await drawn(job, { pool, media }, image, 'png')
      await recordTaken(job, id)
      return { png: bytes }
    },
  }
}

/** What is kept, and the format it would leave in. */
type Copyable = Pick<LibraryImage, 'id' | 'name' | 'medium' | 'bytesHash' | 'byteSize'> & {
  readonly format: SavedFormat
  /** Null of a video or a PDF, which is not drawn anew. */
  readonly draw: CopyFormat | null
}

/** @throws WorkspaceError `images.unknown`, `images.in-trash` */
async function copyable(db: Reader, id: ImageId): Promise<Copyable> {
  const [image] = await imagesByIds(db, [id])
  const row = await imageRow(db, id)
  if (image === undefined || row === null) throw new WorkspaceError('images.unknown')
  if (image.trashedAt !== null) throw new WorkspaceError('images.in-trash')
  if (image.medium !== 'picture') {
    return { ...image, format: SavedFormat.parse(image.format), draw: null }
  }
  const { format, transparent } = Measurement.parse(JSON.parse(row.measurement))
  const draw = copyFormatOf(format, transparent)
  return { ...image, format: draw, draw }
}

async function saveOne(
  job: JobContext,
  parts: Parts,
  imageId: ImageId,
  to: SaveTo,
): Promise<CopyResult> {
  const image = await copyable(job.db, imageId)
  const { name, format } = image
  const { content, manner } = await contentOf(job, parts, image)
  const path =
    to.kind === 'folder'
      ? await writeIntoFolder(to.path, (isTaken) => nameOfCopy(name, format, isTaken), content)
      : await writeAs(to.path, format, content, (one) => isCheckedPath(job.db, one))
  await recordTaken(job, imageId)
  const byteSize = content instanceof Uint8Array ? content.length : image.byteSize
  const saved = { fileName: basename(path), path, format, byteSize, manner }
  return { imageId, saved, refused: null }
}

/** Who took which picture out, and when; where to is the person's own business. */
async function recordTaken(job: JobContext, imageId: ImageId): Promise<void> {
  await job.write(({ record }) => {
    record('image', imageId, [])
    return Promise.resolve()
  })
}

async function contentOf(
  job: JobContext,
  parts: Parts,
  image: Copyable,
): Promise<{ content: Content; manner: CopyManner }> {
  const { draw, bytesHash, byteSize } = image
  if (draw === null) {
    const pieces = piecesOf(parts.media, bytesHash, byteSize, job.signal)
    if (image.format === 'pdf') {
      const bytes = await cleanDocument(job, parts, image)
      if (bytes !== null) return { content: bytes, manner: 'cleaned' }
    }
    const boxes = boxedFormats.has(image.format) ? await toldIn(parts.media, image) : null
    return boxes === null
      ? { content: pieces, manner: 'as-is' }
      : { content: withoutTold(pieces, boxes), manner: 'cleaned' }
  }
  const { bytes, manner } = await drawn(job, parts, image, draw)
  return { content: bytes, manner }
}

/** Null where what it says of persons cannot be taken out. */
async function cleanDocument(
  job: JobContext,
  { pool, media }: Parts,
  { id, bytesHash, byteSize }: Copyable,
): Promise<Uint8Array | null> {
  const read: Uint8Array[] = []
  for await (const piece of piecesOf(media, bytesHash, byteSize, job.signal)) read.push(piece)
  const { limits } = await rulesInForce(job.db)
  const source = { kind: 'bytes', name: id, bytes: Buffer.concat(read) } as const
  const outcome = await copyDocumentIn({ pool, limits, signal: job.signal }, { source, bytesHash })
  if (outcome.kind === 'failed') throw new WorkspaceError(failures[outcome.why])
  return outcome.kind === 'cleaned' ? outcome.bytes : null
}

/** The picture saved anew in a format, with nothing else in it. */
async function drawn(
  job: JobContext,
  { pool, media }: Parts,
  { id, bytesHash }: Copyable,
  format: CopyFormat,
): Promise<{ bytes: Uint8Array; manner: CopyManner }> {
  const bytes = await media.get('original', bytesHash)
  if (bytes === null) throw new WorkspaceError('images.original-gone')
  const { limits } = await rulesInForce(job.db)
  const source = { kind: 'bytes', name: id, bytes } as const
  const outcome = await copyIn({ pool, limits, signal: job.signal }, { source, bytesHash }, format)
  if (outcome.kind === 'failed') throw new WorkspaceError(failures[outcome.why])
  return { bytes: outcome.bytes, manner: outcome.manner }
}

const failures = {
  gone: 'images.original-gone',
  changed: 'images.original-gone',
  unreadable: 'images.fix-unreadable',
} as const

/** Null where the video's boxes are not as they should be. */
async function toldIn(media: MediaStore, { bytesHash, byteSize }: Copyable) {
  return toldBoxes({
    size: byteSize,
    async read(from, to) {
      const part = await media.readLarge(bytesHash, from, Math.min(to, byteSize))
      if (part?.size !== byteSize) throw new WorkspaceError('images.original-gone')
      return part.bytes
    },
    proveUnmoved: () => Promise.resolve(),
  })
}

/** The sealed chunks of a video or PDF, opened one by one. */
async function* piecesOf(
  media: MediaStore,
  hash: string,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < size; from += pieceBytes) {
    signal.throwIfAborted()
    const piece = await media.readLarge(hash, from, Math.min(from + pieceBytes, size))
    if (piece?.size !== size) throw new WorkspaceError('images.original-gone')
    yield piece.bytes
  }
}
