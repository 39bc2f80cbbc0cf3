import type { Sha256 } from '#contract/values'
import { CandidateIndex } from '../repeats/candidates.ts'
import { PartIndex } from '../repeats/parts/partIndex.ts'
import type { LibraryPicture } from './library.ts'

/** What a list of library pictures is looked up by. */
export interface KeptList {
  readonly byId: ReadonlyMap<string, LibraryPicture>
  /** The first that has these bytes; videos and documents too. */
  readonly byBytes: ReadonlyMap<Sha256, LibraryPicture>
  readonly fingerprints: CandidateIndex
  /** Parts of those that somebody designed, and of the others. Made at the first call. */
  parts(designed: boolean): PartIndex
}

/** Made once of each list, however many checks it is used for: 2 ms for 1,000 pictures. */
const made = new WeakMap<readonly LibraryPicture[], KeptList>()

export function keptList(pictures: readonly LibraryPicture[]): KeptList {
  const known = made.get(pictures) ?? make(pictures)
  made.set(pictures, known)
  return known
}

function make(pictures: readonly LibraryPicture[]): KeptList {
  const byBytes = new Map<Sha256, LibraryPicture>()
  const fingerprints = new CandidateIndex(pictures.length)
  for (const picture of pictures) {
    if (!byBytes.has(picture.bytesHash)) byBytes.set(picture.bytesHash, picture)
    // Videos and documents have none.
    if (picture.fingerprint.length > 0) fingerprints.add(picture.id, picture.fingerprint)
  }
  const parts = new Map<boolean, PartIndex>()
  return {
    byId: new Map(pictures.map((picture) => [picture.id, picture])),
    byBytes,
    fingerprints,
    parts(designed) {
      const index = parts.get(designed) ?? partsOf(pictures, designed)
      parts.set(designed, index)
      return index
    },
  }
}

function partsOf(pictures: readonly LibraryPicture[], designed: boolean): PartIndex {
  const index = new PartIndex()
  for (const picture of pictures) {
    if (picture.designed !== designed || picture.parts === null) continue
    index.add(picture.id, picture.parts, picture)
  }
  return index
}
