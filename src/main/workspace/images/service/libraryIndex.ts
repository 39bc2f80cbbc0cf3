import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { LibraryIndex } from '../engine/library.ts'
import { keptPrints } from '../queries/library.ts'

/** The library as the check compares with it; pictures in the trash are left out. */
export async function readLibraryIndex(db: Reader, media: MediaStore): Promise<LibraryIndex> {
  const pictures = await keptPrints(db)
  const hashes = new Map<string, string>(pictures.map((kept) => [kept.id, kept.bytesHash]))
  const get = async (area: 'original' | 'sketch', id: string): Promise<Uint8Array | null> => {
    const hash = hashes.get(id)
    return hash === undefined ? null : media.get(area, hash)
  }
  return {
    pictures,
    sketchOf: (id) => get('sketch', id),
    bytesOf: (id) => get('original', id),
  }
}
