import type { MediaStore } from '../../media/store.ts'
import type { ImageCheckRow } from '../tables.ts'

/** Thumbnails and originals without a file that nothing shows any more. */
export async function forgetPictures(
  media: MediaStore,
  rows: readonly Pick<ImageCheckRow, 'id' | 'path'>[],
): Promise<void> {
  for (const row of rows) {
    if (row.path === null) await media.remove('original', row.id)
    await media.remove('thumbnail', row.id)
  }
}
