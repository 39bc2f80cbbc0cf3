import type { CandidateIndex, Proposal } from '../repeats/candidates.ts'
import type { Groups } from './groups.ts'
import { keyOf } from './seen.ts'
import type { Seen } from './seen.ts'

/** A picture that may be repeated, with how that was found and how far apart the two look. */
export interface Candidate {
  readonly seen: Seen
  readonly proposals: readonly Proposal[]
  readonly sketch: Uint8Array
  /** Mean difference of the sketches in levels, laid one on the other as they are. */
  readonly difference: number
}

/** Library pictures whose sketches are fetched for one picture: nearest fingerprints first. */
const fetchedFromLibrary = 24
/** Of each order, by sketch and by fingerprint, so many are compared. */
const comparedPerOrder = 6

/**
 * The few pictures worth comparing, of which there may be hundreds nearby: posters of one template
 * all have nearly the same fingerprint. A true copy stands out by its sketch unless it is cropped,
 * mirrored or brightened, and then by its fingerprint; the nearest of both orders are taken, and the
 * first of each group they belong to.
 */
export async function shortlist(
  questioned: Seen,
  sketch: Uint8Array,
  index: CandidateIndex,
  originals: ReadonlyMap<string, Seen>,
  groups: Pick<Groups, 'firstOf'>,
): Promise<Candidate[]> {
  const candidates: Candidate[] = []
  let fetched = 0
  for (const { id, proposals } of index.near(questioned.fingerprint)) {
    const seen = originals.get(id)
    if (seen === undefined) continue
    if (seen.target.where === 'library' && fetched++ >= fetchedFromLibrary) continue
    const other = await seen.sketch()
    if (other === null) continue
    candidates.push({ seen, proposals, sketch: other, difference: meanDifference(sketch, other) })
  }
  const bySketch = candidates.toSorted((one, other) => one.difference - other.difference)
  // The candidates themselves come by fingerprint.
  const nearest = [...bySketch.slice(0, comparedPerOrder), ...candidates.slice(0, comparedPerOrder)]
  const firsts = new Set(nearest.map(({ seen }) => keyOf(groups.firstOf(seen.target))))
  return [...new Set([...nearest, ...candidates.filter(({ seen }) => firsts.has(keyOf(seen.target)))])]
}

/** Every so many samples are enough to put pictures in an order. */
const stride = 7

/** Mean absolute difference of two sketches in levels. */
export function meanDifference(one: Uint8Array, other: Uint8Array): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < one.length; at += stride, count++) {
    sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  }
  return count === 0 ? 0 : sum / count
}
