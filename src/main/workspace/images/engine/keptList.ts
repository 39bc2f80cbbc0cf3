import type { Sha256 } from '#contract/values'
import { CandidateIndex } from '../repeats/candidates.ts'
import type { Candidate } from '../repeats/candidates.ts'
import { PartIndex } from '../repeats/parts/partIndex.ts'
import type { FoundWithin } from '../repeats/parts/partIndex.ts'
import type { LibraryPicture } from './library.ts'

/** What a list of library pictures is looked up by. */
export interface KeptList {
  byId(id: string): LibraryPicture | undefined
  /** The first that has these bytes; videos and documents too. */
  byBytes(hash: Sha256): LibraryPicture | undefined
  near(fingerprint: Uint8Array): Candidate[]
  /** Among those that somebody designed, or among the others. */
  nearParts(
    designed: boolean,
    parts: Uint8Array,
    extent: { readonly width: number; readonly height: number },
  ): FoundWithin[]
}

/** Grows at its end; whoever began with the list as it was sees no more than was there. */
interface Shared {
  size: number
  readonly places: Map<string, number>
  readonly pictures: LibraryPicture[]
  readonly byBytes: Map<Sha256, number>
  readonly fingerprints: CandidateIndex
  /** Made at the first call. */
  readonly parts: Map<boolean, PartIndex>
}

/** Made once of each list, however many checks it is used for: half a second for 10,000 pictures. */
const made = new WeakMap<readonly LibraryPicture[], Shared>()
const views = new WeakMap<readonly LibraryPicture[], KeptList>()

export function keptList(pictures: readonly LibraryPicture[]): KeptList {
  const shared = made.get(pictures) ?? make(pictures)
  made.set(pictures, shared)
  const view = views.get(pictures) ?? viewOf(shared, pictures)
  views.set(pictures, view)
  return view
}

/**
 * The list with a few more at its end. What the list is looked up by takes them in, instead of being
 * made anew; the list that was given keeps its own answers.
 */
export function withMore(
  pictures: readonly LibraryPicture[],
  more: readonly LibraryPicture[],
): readonly LibraryPicture[] {
  const longer = [...pictures, ...more]
  const shared = made.get(pictures)
  // Of two that were added to the same list, the second gets its own.
  if (shared?.size === pictures.length) {
    for (const picture of more) add(shared, picture)
    made.set(longer, shared)
  }
  return longer
}

function make(pictures: readonly LibraryPicture[]): Shared {
  const shared: Shared = {
    size: 0,
    places: new Map(),
    pictures: [],
    byBytes: new Map(),
    fingerprints: new CandidateIndex(pictures.length),
    parts: new Map(),
  }
  for (const picture of pictures) add(shared, picture)
  return shared
}

function add(shared: Shared, picture: LibraryPicture): void {
  const { size, places, pictures, byBytes, fingerprints, parts } = shared
  places.set(picture.id, size)
  pictures.push(picture)
  if (!byBytes.has(picture.bytesHash)) byBytes.set(picture.bytesHash, size)
  // Videos and documents have none.
  if (picture.fingerprint.length > 0) fingerprints.add(picture.id, picture.fingerprint)
  const index = parts.get(picture.designed)
  if (index !== undefined && picture.parts !== null) index.add(picture.id, picture.parts, picture)
  shared.size = size + 1
}

function viewOf(shared: Shared, list: readonly LibraryPicture[]): KeptList {
  const { places, pictures, byBytes, fingerprints } = shared
  const size = list.length
  const printed = list.filter(({ fingerprint }) => fingerprint.length > 0).length
  const composed = (designed: boolean) =>
    list.filter((one) => one.designed === designed && one.parts !== null).length
  const withParts = new Map([true, false].map((designed) => [designed, composed(designed)]))
  const at = (place: number | undefined) =>
    place === undefined || place >= size ? undefined : pictures[place]
  return {
    byId: (id) => at(places.get(id)),
    byBytes: (hash) => at(byBytes.get(hash)),
    near: (fingerprint) => fingerprints.near(fingerprint, printed),
    nearParts(designed, parts, extent) {
      const index = shared.parts.get(designed) ?? partsOf(pictures, designed)
      shared.parts.set(designed, index)
      return index.near(parts, extent, withParts.get(designed))
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
