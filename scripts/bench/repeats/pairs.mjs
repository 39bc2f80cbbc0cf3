import { looksAlike } from '../../../src/main/workspace/images/repeats/alike.ts'
import { proposalsFor } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { compareSketches } from '../../../src/main/workspace/images/repeats/compareSketches.ts'

/** @typedef {import('../../../tests/images/repeats/seen.ts').Seen} Seen */

/** Whether a pair is put to decision at least. @param {Seen} kept @param {Seen} questioned */
export function candidatesAlike(kept, questioned) {
  const proposals = proposalsFor(kept.fingerprint, questioned.fingerprint)
  if (proposals.length === 0) return false
  return looksAlike(compareSketches(kept.picture.sketch, questioned.picture.sketch, proposals))
}
