import type { Sha256 } from '#contract/values'
import { bestAtEachPlace } from '../repeats/parts/bestAtPlace.ts'
import { PartIndex } from '../repeats/parts/partIndex.ts'
import type { FoundWithin } from '../repeats/parts/partIndex.ts'
import { sharedAreas } from '../repeats/parts/sharedAreas.ts'
import type { FoundRepeat, RepeatTarget } from './check.ts'
import { keptList } from './keptList.ts'
import type { LibraryIndex } from './library.ts'
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
  /** Null where they were not made; see `repeats/parts/parts.ts`. */
  readonly parts: Uint8Array | null
}

/**
 * Finds photos within posters, and posters around a photo: a designed picture is compared with those
 * that are not, and the other way round. Two posters of one template share frames and logos, and two
 * photos of one event their background, so like is not compared with like.
 */
export interface WithinFinder {
  find(picture: Composed, isKin: (other: Sha256) => boolean): FoundRepeat[]
  remember(picture: Composed): void
}

/** A picture that the questioned one shows, or that shows it. */
interface Shown extends FoundWithin {
  readonly one: Pick<Composed, 'bytesHash'>
  readonly of: RepeatTarget
}

/** Those of the batch, in the order they came, and what entered the library meanwhile. */
interface Side {
  readonly index: PartIndex
  readonly members: Map<string, Composed>
}

export function createWithinFinder({
  pictures,
  entered = [],
}: Pick<LibraryIndex, 'pictures' | 'entered'>): WithinFinder {
  const [designed, plain] = [emptySide(), emptySide()]
  const sideOf = (isDesigned: boolean) => (isDesigned ? designed : plain)
  const library = keptList(pictures)
  for (const one of entered) {
    add({ ...one, target: inLibraryAs(one) })
  }

  function add(picture: Composed): void {
    const { index, members } = sideOf(picture.designed)
    if (picture.parts === null) return
    const key = keyOf(picture.target)
    index.add(key, picture.parts, picture)
    members.set(key, picture)
  }

  return {
    find(picture, isKin) {
      const mine = picture.parts
      if (mine === null) return []
      const other = !picture.designed
      const { index, members } = sideOf(other)
      const kept = library.nearParts(other, mine, picture).flatMap((found): Shown[] => {
        const one = library.byId(found.id)
        return one === undefined ? [] : [{ ...found, one, of: inLibraryAs(one) }]
      })
      const before = index.near(mine, picture).flatMap((found): Shown[] => {
        const one = members.get(found.id)
        return one === undefined ? [] : [{ ...found, one, of: one.target }]
      })
      const all = [...kept, ...before]
      // A photo may be shown by any number of posters, each place of a poster shows one photo.
      return (picture.designed ? bestAtEachPlace(all) : all)
        .filter(({ one }) => !isKin(one.bytesHash))
        .slice(0, reportedAtMost)
        .map(({ of, placement }) => {
          return { of, relation: 'part', mirrored: false, changed: sharedAreas(placement) }
        })
    },

    remember: add,
  }
}

function emptySide(): Side {
  return { index: new PartIndex(), members: new Map() }
}
