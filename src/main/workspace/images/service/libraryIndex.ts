import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { LibraryIndex } from '../engine/library.ts'
import { keptPrints, libraryState } from '../queries/library.ts'

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

/** The same, read anew only after something in it changed. */
export interface LibraryOnHand {
  index(db: Reader): Promise<LibraryIndex>
}

/** Reading 10,000 pictures takes half a second, and a single dropped poster is to be answered at once. */
export function openLibraryOnHand(media: MediaStore): LibraryOnHand {
  let last: { readonly state: string; readonly index: LibraryIndex } | null = null
  return {
    async index(db) {
      const state = await libraryState(db)
      if (last?.state !== state) last = { state, index: await readLibraryIndex(db, media) }
      return last.index
    },
  }
}
