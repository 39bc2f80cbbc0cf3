import { isForAPerson } from '#contract/repeatRelation'
import type { Sha256 } from '#contract/values'
import type { Measured, Measurement } from '../measure/measurement.ts'
import { CandidateIndex, nearestFirst } from '../repeats/candidates.ts'
import type { Candidate as CandidatePicture } from '../repeats/candidates.ts'
import type { Asking } from '../workers/ask.ts'
import { openSource } from './check.ts'
import type { CheckSource, FoundRepeat, RepeatTarget } from './check.ts'
import { isDesigned } from '../rules/designed.ts'
import { createGroups } from './groups.ts'
import { keptList } from './keptList.ts'
import type { LibraryIndex } from './library.ts'
import { judgeShortlist } from './likeness.ts'
import { findSamePixels } from './samePixels.ts'
import { createSketchKeeper, inLibraryAs, keyOf, seenInBatch, seenInLibrary } from './seen.ts'
import type { Seen } from './seen.ts'
import { shortlist } from './shortlist.ts'
import { createWithinFinder } from './within.ts'
import type { Composed } from './within.ts'

/**
 * Finds what a picture repeats among those remembered before it. The library always wins over the
 * batch, and within the batch whoever came first. Size does not matter here: also a picture that is
 * rejected for its size is what a later one repeats, since both show the same.
 *
 * Once a picture certainly repeats another, only that other one is looked for in later pictures:
 * three copies all point to the first, and a batch full of copies is not compared each with each.
 * A copy of such a picture's bytes says both: whose bytes it has, and what that one repeats.
 */
export interface RepeatFinder {
  find(source: CheckSource, measured: MeasuredPicture): Promise<FoundRepeat[]>
  /** `sketch` null: not at hand; it is made again should it be wanted. */
  remember(source: CheckSource, known: Known, sketch: Uint8Array | null): void
  /** The same for what is no picture: only equal bytes are a repeat. */
  findBytes(bytesHash: Sha256): FoundRepeat[]
  rememberBytes(source: CheckSource, known: KnownBytes): void
}

interface KnownBytes {
  readonly facts: { readonly bytesHash: Sha256 }
  readonly repeats: readonly FoundRepeat[]
}

type MeasuredPicture = Extract<Measured, { kind: 'measured' }>

interface Known {
  readonly measurement: Measurement
  readonly fingerprint: Uint8Array
  readonly parts: Uint8Array | null
  readonly repeats: readonly FoundRepeat[]
}

const libraryKey = keyOf({ where: 'library', id: '' })

export function createRepeatFinder(asking: Asking, library: LibraryIndex): RepeatFinder {
  const sketches = createSketchKeeper()
  const groups = createGroups()
  const within = createWithinFinder(library)
  const kept = keptList(library.pictures)
  const index = new CandidateIndex()
  const originals = new Map<string, Seen>()
  const byBytes = new Map<Sha256, { of: RepeatTarget; also: readonly FoundRepeat[] }>()
  for (const entered of library.entered ?? []) {
    addOriginal(seenInLibrary(asking, library, entered), [])
  }

  function addOriginal(seen: Seen, also: readonly FoundRepeat[]): void {
    if (!byBytes.has(seen.bytesHash)) byBytes.set(seen.bytesHash, { of: seen.target, also })
    // Videos and documents of the library have no fingerprint.
    if (also.length > 0 || seen.fingerprint.length === 0) return
    originals.set(keyOf(seen.target), seen)
    index.add(keyOf(seen.target), seen.fingerprint)
  }

  /** All near enough, nearest first. */
  function near(fingerprint: Uint8Array): CandidatePicture[] {
    const inLibrary = kept.near(fingerprint).map((one) => ({
      ...one,
      id: keyOf({ where: 'library', id: one.id }),
    }))
    return [...inLibrary, ...index.near(fingerprint)].sort(nearestFirst)
  }

  /** Of a library's thousands of pictures only the few that are near a questioned one are opened. */
  function originalOf(key: string): Seen | undefined {
    const known = originals.get(key)
    const picture = known === undefined ? kept.byId(key.slice(libraryKey.length)) : undefined
    if (picture === undefined) return known
    const seen = seenInLibrary(asking, library, picture)
    originals.set(key, seen)
    return seen
  }

  function seenOf(questioned: CheckSource, known: Omit<Known, 'repeats'>): Seen {
    const { id, name } = questioned
    const { bytesHash, width, height, pages, transparent } = known.measurement
    const { fingerprint } = known
    const target: RepeatTarget = { where: 'batch', id, name }
    const plain = { target, bytesHash, width, height, pages, transparent, fingerprint }
    return seenInBatch(asking, sketches, plain, () => openSource(questioned))
  }

  function findBytes(bytesHash: Sha256): FoundRepeat[] {
    const inLibrary = kept.byBytes(bytesHash)
    if (inLibrary !== undefined) return [plainly('same-bytes', inLibraryAs(inLibrary))]
    const same = byBytes.get(bytesHash)
    return same === undefined ? [] : [plainly('same-bytes', same.of), ...same.also]
  }

  return {
    findBytes,

    rememberBytes({ id, name }, { facts, repeats }) {
      if (byBytes.has(facts.bytesHash)) return
      byBytes.set(facts.bytesHash, { of: { where: 'batch', id, name }, also: repeats })
    },

    async find(source, measured) {
      const same = findBytes(measured.measurement.bytesHash)
      if (same.length > 0) return same
      const { sketch } = measured
      sketches.keep(source.id, sketch)
      const questioned = seenOf(source, measured)
      const isKin = (other: Sha256) => source.isKin?.(questioned.bytesHash, other) === true
      const candidates = await shortlist(
        questioned,
        sketch,
        near(questioned.fingerprint),
        (id) => {
          const seen = originalOf(id)
          return seen === undefined || isKin(seen.bytesHash) ? undefined : seen
        },
        groups,
      )
      const pixels = await findSamePixels(questioned, candidates)
      if (pixels !== null) return [plainly('same-pixels', pixels.target)]
      const found = await judgeShortlist(asking, { questioned, sketch, candidates, groups })
      if (found.certain !== null) return [found.certain]
      const likely = groups.represent(found.likely)
      const parts = within.find(composedOf(questioned, measured), isKin)
      const known = new Set(likely.map(({ of }) => keyOf(of)))
      return [...likely, ...parts.filter(({ of }) => !known.has(keyOf(of)))]
    },

    remember(source, known, sketch) {
      const certain = known.repeats.filter(({ relation }) => !isForAPerson(relation))
      if (sketch !== null) sketches.keep(source.id, sketch)
      const seen = seenOf(source, known)
      groups.join(seen.target, known.repeats)
      addOriginal(seen, certain)
      if (certain.length === 0) within.remember(composedOf(seen, known))
    },
  }
}

function composedOf(seen: Seen, { measurement, parts }: Omit<Known, 'repeats'>): Composed {
  return { ...seen, designed: isDesigned(measurement), parts }
}

function plainly(relation: 'same-bytes' | 'same-pixels', of: RepeatTarget): FoundRepeat {
  return { of, relation, mirrored: false, changed: [] }
}
