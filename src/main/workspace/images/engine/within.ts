import type { Sha256 } from '#contract/values'
import { PartIndex } from '../repeats/parts/partIndex.ts'
import { partsIn } from '../workers/ask.ts'
import type { Asking } from '../workers/ask.ts'
import type { FoundRepeat, RepeatTarget } from './check.ts'
import type { LibraryIndex, LibraryPicture } from './library.ts'
import { inLibraryAs, keyOf } from './seen.ts'

/** Pictures shown within one that are reported; a person decides on each. */
const reportedAtMost = 3

/** A picture as far as it is looked for in others, or they in it. */
export interface Composed {
  readonly target: RepeatTarget
  readonly bytesHash: Sha256
  /** See `rules/designed.ts`. */
  readonly designed: boolean
  readonly width: number
  readonly height: number
  /** Null while they are not made; see `repeats/parts/parts.ts`. */
  readonly parts: Uint8Array | null
  /** Null when it is not to be had any more. */
  sketch(): Promise<Uint8Array | null>
}

/**
 * Finds photos within posters, and posters around a photo: a designed picture is compared with those
 * that are not, and the other way round. Two posters of one template share frames and logos, and two
 * photos of one event their background, so like is not compared with like.
 */
export interface WithinFinder {
  find(picture: Composed, isKin: (other: Sha256) => boolean): Promise<FoundRepeat[]>
  remember(picture: Composed): void
}

type Kind = 'designed' | 'plain'

const kindOf = ({ designed }: { readonly designed: boolean }): Kind =>
  designed ? 'designed' : 'plain'
const otherKind = (kind: Kind): Kind => (kind === 'designed' ? 'plain' : 'designed')

/** Those of the batch, in the order they came, and what entered the library meanwhile. */
interface Side {
  readonly index: PartIndex
  readonly members: Map<string, Composed>
  /** Not in the index yet: whose parts are not known may never be asked for them. */
  readonly waiting: Composed[]
}

export function createWithinFinder(
  asking: Asking,
  { pictures, entered = [] }: Pick<LibraryIndex, 'pictures' | 'entered'>,
): WithinFinder {
  const batch = { designed: emptySide(), plain: emptySide() }
  const library = libraryOf(pictures)
  for (const one of entered) {
    const target = inLibraryAs(one)
    batch[kindOf(one)].waiting.push({ ...one, target, sketch: () => Promise.resolve(null) })
  }

  async function partsOf({ parts, width, height, sketch }: Composed): Promise<Uint8Array> {
    if (parts !== null) return parts
    const samples = await sketch()
    return samples === null ? new Uint8Array() : partsIn(asking, { width, height, samples })
  }

  async function addWaiting({ index, members, waiting }: Side): Promise<void> {
    for (const picture of waiting.splice(0)) {
      const key = keyOf(picture.target)
      index.add(key, await partsOf(picture), picture)
      members.set(key, picture)
    }
  }

  return {
    async find(picture, isKin) {
      const kind = otherKind(kindOf(picture))
      await addWaiting(batch[kind])
      const { members, index } = library[kind]
      if (members.size === 0 && batch[kind].members.size === 0) return []
      const mine = await partsOf(picture)
      const kept = index()
        .near(mine, picture)
        .flatMap(({ id }) => members.get(id) ?? [])
      const before = batch[kind].index
        .near(mine, picture)
        .flatMap(({ id }) => batch[kind].members.get(id) ?? [])
      return [...kept.map((one) => ({ ...one, target: inLibraryAs(one) })), ...before]
        .filter(({ bytesHash }) => !isKin(bytesHash))
        .slice(0, reportedAtMost)
        .map(({ target }) => ({ of: target, relation: 'part', mirrored: false, changed: [] }))
    },

    remember(picture) {
      batch[kindOf(picture)].waiting.push(picture)
    },
  }
}

function emptySide(): Side {
  return { index: new PartIndex(), members: new Map(), waiting: [] }
}

interface LibrarySide {
  readonly members: ReadonlyMap<string, LibraryPicture>
  /** Made at the first call: some 10 µs a picture. */
  readonly index: () => PartIndex
}

/** Of one list of library pictures, however many checks it is used for. */
const ofLists = new WeakMap<readonly LibraryPicture[], Record<Kind, LibrarySide>>()

function libraryOf(pictures: readonly LibraryPicture[]): Record<Kind, LibrarySide> {
  const sides = ofLists.get(pictures) ?? {
    designed: librarySide(pictures.filter(({ designed }) => designed)),
    plain: librarySide(pictures.filter(({ designed }) => !designed)),
  }
  ofLists.set(pictures, sides)
  return sides
}

function librarySide(pictures: readonly LibraryPicture[]): LibrarySide {
  const withParts = pictures.filter(({ parts }) => parts !== null && parts.length > 0)
  let index: PartIndex | null = null
  return {
    members: new Map(withParts.map((picture) => [picture.id, picture])),
    index() {
      if (index !== null) return index
      index = new PartIndex()
      for (const { id, parts, ...extent } of withParts) {
        if (parts !== null) index.add(id, parts, extent)
      }
      return index
    },
  }
}
