import type { CandidateIndex, Proposal } from '../repeats/candidates.ts'
import { worstDifference } from './worstDifference.ts'
import type { Groups } from './groups.ts'
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

/** Of the nearest fingerprints, so many are put in order by their sketches: 0.2 ms each. */
const ordered = 200
/** Of those, so many at most from the library, whose sketches have to be fetched and deciphered. */
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
    if (candidates.length >= ordered) break
    if (seen.target.where === 'library' && fetched++ >= fetchedFromLibrary) continue
    const other = await seen.sketch()
    if (other === null) continue
    candidates.push({ seen, proposals, sketch: other, difference: worstDifference(sketch, other) })
  }
  const bySketch = candidates.toSorted((one, other) => one.difference - other.difference)
  // The candidates themselves come by fingerprint.
  const nearest = [...bySketch.slice(0, comparedPerOrder), ...candidates.slice(0, comparedPerOrder)]
  const firsts = new Set(nearest.map(({ seen }) => keyOf(groups.firstOf(seen.target))))
  return [
    ...new Set([...nearest, ...candidates.filter(({ seen }) => firsts.has(keyOf(seen.target)))]),
  ]
}
