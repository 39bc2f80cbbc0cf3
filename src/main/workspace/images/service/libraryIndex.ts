import { ImageId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import { withMore } from '../engine/keptList.ts'
import type { LibraryIndex, LibraryPicture } from '../engine/library.ts'
import { keptPrints } from '../queries/library.ts'
import { libraryState } from '../queries/libraryState.ts'
import type { LibraryState } from '../queries/libraryState.ts'

/** The library as the check compares with it; pictures in the trash are left out. */
export async function readLibraryIndex(db: Reader, media: MediaStore): Promise<LibraryIndex> {
  return indexOf(await keptPrints(db), media)
}

function indexOf(pictures: readonly LibraryPicture[], media: MediaStore): LibraryIndex {
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

/** The same, read anew only after something in it changed; what came in is added to what was read. */
export interface LibraryOnHand {
  index(db: Reader): Promise<LibraryIndex>
}

interface Read {
  readonly state: LibraryState
  readonly index: LibraryIndex
}

/** Reading 10,000 pictures takes half a second, and a single dropped poster is to be answered at once. */
export function openLibraryOnHand(media: MediaStore): LibraryOnHand {
  let last: Read | null = null
  return {
    async index(db) {
      const state = await libraryState(db)
      const fresh = last === null ? null : enteredSince(last.state, state)
      if (last === null || fresh === null) {
        last = { state, index: await readLibraryIndex(db, media) }
      } else if (fresh.length > 0) {
        const pictures = withMore(last.index.pictures, await keptPrints(db, fresh))
        last = { state, index: indexOf(pictures, media) }
      }
      return last.index
    },
  }
}

/** The pictures that came in; null where one left or changed, or so many came that all are read. */
function enteredSince(before: LibraryState, now: LibraryState): ImageId[] | null {
  const fresh = [...now.keys()].filter((id) => !before.has(id)).map((id) => ImageId.parse(id))
  const left = now.size - fresh.length < before.size
  const changed = [...before].some(([id, words]) => now.get(id) !== words)
  return left || changed || fresh.length > addedAtMost ? null : fresh
}

/** Named one by one in a query. */
const addedAtMost = 500
