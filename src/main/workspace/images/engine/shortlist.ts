import { copyDistance } from '../repeats/candidates.ts'
import type { Candidate as CandidatePicture, Proposal } from '../repeats/candidates.ts'
import { worstDifference } from '../repeats/sketchDifference.ts'
import type { Groups } from './groups.ts'
import { nearestWhole } from './nearestWhole.ts'
import { keyOf } from './seen.ts'
import type { Seen } from './seen.ts'

/** A picture that may be repeated, with how that was found and how far apart the two look. */
export interface Candidate {
  readonly seen: Seen
  readonly proposals: readonly Proposal[]
  readonly sketch: Uint8Array
  /** How far the sketches are apart as they are: see `worstDifference`. */
  readonly difference: number
}

/** Of the nearest fingerprints, so many are put in order by their sketches: 0.1 ms each. */
const ordered = 120
/**
 * Of those, so many at most whose sketches are not at hand: the library's are fetched and deciphered
 * (1 ms), those of a long batch's beginning made again from the file (20 ms).
 */
const fetchedAtMost = { library: 24, batch: 3 } as const
/** Of each order, by sketch and by fingerprint, so many are compared. */
const comparedPerOrder = 6
/** Differing bits of the whole picture's hash up to which it may be a copy; true ones reach 7. */
const copyWithin = 24

type Near = Omit<Candidate, 'sketch' | 'difference'>

/**
 * Every near picture, likeliest copy first. Hundreds of posters of one template can have the same
 * hash of the whole, so those that may be copies are put in order by all their hashes together:
 * however many siblings there are, they cannot push the copy out of the list.
 */
function likeliestFirst(questioned: Seen, near: readonly Near[]): Near[] {
  const copies = near
    .filter(({ proposals }) => nearestWhole(proposals) <= copyWithin)
    .map((one) => ({ one, off: copyDistance(one.seen.fingerprint, questioned.fingerprint) }))
    .sort((one, other) => one.off - other.off)
    .map(({ one }) => one)
  // Half the list for copies; the rest as near as they come, which is also how crops are found.
  return [...new Set([...copies.slice(0, ordered / 2), ...near])]
}

/**
 * The few pictures worth comparing, of which there may be hundreds nearby: posters of one template
 * all have nearly the same fingerprint. A true copy stands out by its sketch unless it is cropped,
 * mirrored or brightened, and then by its fingerprint; the nearest of both orders are taken, and the
 * first of each group they belong to.
 * @param found by their fingerprints, nearest first
 */
export async function shortlist(
  questioned: Seen,
  sketch: Uint8Array,
  found: readonly CandidatePicture[],
  originalOf: (id: string) => Seen | undefined,
  groups: Pick<Groups, 'firstOf'>,
): Promise<Candidate[]> {
  const near = found.flatMap(({ id, proposals }): Near[] => {
    const seen = originalOf(id)
    return seen === undefined ? [] : [{ seen, proposals }]
  })
  const candidates: Candidate[] = []
  const fetched = { library: 0, batch: 0 }
  for (const { seen, proposals } of likeliestFirst(questioned, near)) {
    if (candidates.length >= ordered) break
    const { where } = seen.target
    if (!seen.isAtHand() && fetched[where]++ >= fetchedAtMost[where]) continue
    const other = await seen.sketch()
    if (other === null) continue
    candidates.push({ seen, proposals, sketch: other, difference: worstDifference(sketch, other) })
  }
  const bySketch = candidates.toSorted((one, other) => one.difference - other.difference)
  const places = new Map(near.map(({ seen }, at) => [seen, at]))
  const byFingerprint = candidates.toSorted(
    (one, other) => (places.get(one.seen) ?? 0) - (places.get(other.seen) ?? 0),
  )
  const nearest = [
    ...bySketch.slice(0, comparedPerOrder),
    ...byFingerprint.slice(0, comparedPerOrder),
  ]
  const firsts = new Set(nearest.map(({ seen }) => keyOf(groups.firstOf(seen.target))))
  return [
    ...new Set([...nearest, ...candidates.filter(({ seen }) => firsts.has(keyOf(seen.target)))]),
  ]
}
