import { ImageId } from '#contract/values'
import type { JobContext } from '../../context.ts'
import type { MediaStore } from '../../media/store.ts'
import { picturesWithoutParts, updateImages } from '../queries/library.ts'
import { partsVersion } from '../repeats/parts/parts.ts'
import { partsIn, type Asking } from '../workers/ask.ts'

/** So many before one check at most: half a second. */
const atOnce = 200

/** Columns for parts that were just made, of a library picture or of a check; base64, as fingerprints are. */
export function partsColumns(parts: Uint8Array) {
  return { parts: Buffer.from(parts).toString('base64'), parts_version: partsVersion }
}

/** Makes the parts of pictures that were kept before there were any, or before they changed. */
export async function makeMissingParts(
  job: JobContext,
  media: MediaStore,
  asking: Asking,
): Promise<void> {
  const missing = await picturesWithoutParts(job.db, partsVersion, atOnce)
  if (missing.length === 0) return
  const made = await Promise.all(
    missing.map(async ({ id, bytes_hash, width, height }) => {
      const samples = await media.get('sketch', bytes_hash)
      const parts =
        samples === null ? new Uint8Array() : await partsIn(asking, { width, height, samples })
      return { id: ImageId.parse(id), columns: partsColumns(parts) }
    }),
  )
  await job.write(async ({ writer, record }) => {
    for (const { id, columns } of made) {
      await updateImages(writer, [id], columns)
      record('image', id, ['parts'])
    }
  })
}
