import { CheckId, ImageId, Sha256 } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { Media, MediaRequest } from '../../media/request.ts'
import type { MediaStore } from '../../media/store.ts'
import type { PictureSource } from '../measure/read.ts'
import { checkRow } from '../queries/checks.ts'
import { imagesByIds } from '../queries/library.ts'
import { previewIn } from '../workers/ask.ts'
import type { ImagePool } from '../workers/pool.ts'
import { rulesInForce } from './rulesSetting.ts'
import { sourceOf } from './sources.ts'

interface Parts {
  readonly db: Reader
  readonly media: MediaStore
  readonly pool: ImagePool
}

/** Wide enough for a picture shown over a whole 1920 px screen beside a details pane. */
const previewWidth = 1_600
const thumbnailWidth = 320

/** What a page shows of a picture; the thumbnail where the original is gone or has changed. */
export async function readPicture(
  parts: Parts,
  size: MediaRequest['size'],
  of: 'check' | 'image',
  id: string,
): Promise<Media | null> {
  const found = of === 'check' ? await checked(parts, id) : await kept(parts, id)
  if (found === null) return null
  if (size === 'preview' && found.drawable) {
    const preview = await drawn(parts, found, previewWidth)
    if (preview !== null) return preview
  }
  const bytes = await parts.media.get('thumbnail', found.thumbnail)
  if (bytes !== null) return { bytes, contentType: contentTypeOf(bytes) }
  if (!found.drawable) return null
  // Thumbnails are not flushed when written: one that a power failure took is drawn again.
  const again = await drawn(parts, found, thumbnailWidth)
  if (again !== null) await parts.media.put('thumbnail', found.thumbnail, again.bytes)
  return again
}

/** Null when the original is gone or has changed. */
async function drawn({ db, pool }: Parts, found: Found, width: number): Promise<Media | null> {
  const source = await found.source()
  if (source === null) return null
  const { limits } = await rulesInForce(db)
  const preview = await previewIn({ pool, limits }, source, found.hash, width)
  return preview === null ? null : { bytes: preview.bytes, contentType: preview.contentType }
}

interface Found {
  readonly hash: Sha256
  /** Name of its thumbnail in the media store. */
  readonly thumbnail: string
  /** False of a video or PDF: it has a thumbnail, or nothing to show. */
  readonly drawable: boolean
  source(): Promise<PictureSource | null>
}

async function checked({ db, media }: Parts, id: string): Promise<Found | null> {
  const row = await checkRow(db, CheckId.parse(id))
  if (row === null || row.bytes_hash === null) return null
  if (row.fingerprint === null && row.frame !== 'drawn') return null
  return {
    hash: Sha256.parse(row.bytes_hash),
    thumbnail: row.id,
    drawable: row.medium === 'picture',
    source: () => sourceOf(row, media),
  }
}

async function kept({ db, media }: Parts, id: string): Promise<Found | null> {
  const [image] = await imagesByIds(db, [ImageId.parse(id)])
  if (image === undefined) return null
  const { bytesHash, name, medium } = image
  return {
    hash: bytesHash,
    thumbnail: bytesHash,
    drawable: medium === 'picture',
    async source() {
      const bytes = await media.get('original', bytesHash)
      return bytes === null ? null : { kind: 'bytes', name, bytes }
    },
  }
}

/** Thumbnails are JPEG, or WebP where the picture is transparent. */
function contentTypeOf(bytes: Uint8Array): string {
  return bytes[0] === 0xff ? 'image/jpeg' : 'image/webp'
}
