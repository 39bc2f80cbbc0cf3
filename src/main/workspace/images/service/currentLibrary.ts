import type { ImageId, Sha256 } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { MediaStore } from '../../media/store.ts'
import type { FoundRepeat } from '../engine/check.ts'
import { createRepeatFinder } from '../engine/finder.ts'
import type { LibraryIndex, LibraryPicture } from '../engine/library.ts'
import type { Measured } from '../measure/measurement.ts'
import type { PictureSource } from '../measure/read.ts'
import { libraryIds } from '../queries/library.ts'
import { differentFrom } from '../queries/pairs.ts'
import { settledImages } from '../queries/repeats.ts'
import type { ImageCheckRow } from '../tables.ts'
import type { Asking } from '../workers/ask.ts'
import { readKinship } from './kinship.ts'
import type { LibraryOnHand } from './libraryIndex.ts'

export type MeasuredPicture = Extract<Measured, { kind: 'measured' }>

/** The library as it is when a picture is about to enter it, not as it was when it was checked. */
export interface CurrentLibrary {
  /** What a checked picture repeats of it, apart from what is settled already. */
  repeatsOf(
    row: ImageCheckRow,
    source: PictureSource,
    measured: MeasuredPicture,
  ): Promise<FoundRepeat[]>
  /** False when others changed it since it was last compared with. */
  isStill(ids: readonly ImageId[]): boolean
  /** Told of a picture that entered, so that the next one need not read the whole library again. */
  entered(picture: LibraryPicture): void
}

export function openCurrentLibrary(
  db: Reader,
  media: MediaStore,
  asking: Asking,
  library: LibraryOnHand,
): CurrentLibrary {
  let read: LibraryIndex | null = null
  const pictures = new Map<string, LibraryPicture>()
  const mine = new Map<string, LibraryPicture>()

  function isStill(ids: readonly ImageId[]): boolean {
    return read !== null && ids.length === pictures.size && ids.every((id) => pictures.has(id))
  }

  async function readAgain(): Promise<LibraryIndex> {
    const index = await library.index(db)
    read = index
    mine.clear()
    pictures.clear()
    for (const picture of index.pictures) pictures.set(picture.id, picture)
    return index
  }

  return {
    async repeatsOf(row, source, measured) {
      const index = read !== null && isStill(await libraryIds(db)) ? read : await readAgain()
      const told = new Set<string>([
        ...(await settledImages(db, row)),
        ...(await differentFrom(db, measured.measurement.bytesHash)),
      ])
      const toldHashes = new Set([...told].flatMap((id) => pictures.get(id)?.bytesHash ?? []))
      const mineOr = (area: 'original' | 'sketch', id: string) => {
        const picture = mine.get(id)
        if (picture !== undefined) return media.get(area, picture.bytesHash)
        return area === 'sketch' ? index.sketchOf(id) : index.bytesOf(id)
      }
      const finder = createRepeatFinder(asking, {
        pictures: index.pictures,
        entered: [...mine.values()],
        sketchOf: (id) => mineOr('sketch', id),
        bytesOf: (id) => mineOr('original', id),
      })
      const { id, name } = row
      const kin = await readKinship(db)
      const isKin = (one: Sha256, other: Sha256) => toldHashes.has(other) || kin(one, other)
      return finder.find({ id, name, source, trouble: null, earlier: null, isKin }, measured)
    },

    isStill,

    entered(picture) {
      mine.set(picture.id, picture)
      pictures.set(picture.id, picture)
    },
  }
}
