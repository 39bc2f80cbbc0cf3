/**
 * What is found of copies of many pictures. Sketches alone decide that (`judge` says "different" just
 * when they do not look alike), so no pixels are compared, and there is time for many pictures.
 */
import { candidatesAlike } from './pairs.mjs'
import { see } from '../../../tests/images/repeats/seen.ts'
import { mustBeFound } from './relations.mjs'

/**
 * @param {import('./photographs.mjs').Original} original
 * @param {(relation: string, isFound: boolean, detail: string) => void} tell once for each relation;
 *   found is what is found whichever of the two is there first
 */
export async function countFound({ name, bytes, extent }, tell) {
  const seen = await see(bytes)
  for (const [relation, change] of Object.entries(mustBeFound)) {
    const copy = await see(await change(bytes, extent))
    const missed = [
      ...(candidatesAlike(seen, copy) ? [] : ['original first']),
      ...(candidatesAlike(copy, seen) ? [] : ['copy first']),
    ]
    tell(relation, missed.length === 0, `${name} ${missed.join(', ')}`)
  }
}
