import type { PictureSource } from '../measure/read.ts'
import type { ImageCheckRow } from '../tables.ts'
import type { MediaStore } from '../../media/store.ts'

/**
 * Where a checked file's bytes are: on the person's disk, or, for a pasted picture, in the media
 * store. Null when a pasted picture's bytes are gone.
 */
export async function sourceOf(
  row: Pick<ImageCheckRow, 'path' | 'raw_path' | 'name' | 'id'>,
  media: MediaStore,
): Promise<PictureSource | null> {
  if (row.path !== null) {
    return {
      kind: 'file',
      path: row.path,
      rawPath: row.raw_path === null ? null : Buffer.from(row.raw_path, 'base64'),
    }
  }
  const bytes = await media.get('original', row.id)
  return bytes === null ? null : { kind: 'bytes', name: row.name, bytes }
}
