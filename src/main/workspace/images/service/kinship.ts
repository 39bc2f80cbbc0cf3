import type { Reader } from '../../database/schema.ts'
import { derivedPairs } from '../queries/derivations.ts'

/** Whether of two pictures, given by the hashes of their bytes, one cannot be a repeat of the other. */
export type IsKin = (one: string, other: string) => boolean

/**
 * Pictures made from one another, or from the same original, belong to one family: a person made
 * them so, and none of them repeats another, however much they look alike.
 */
export async function readKinship(db: Reader): Promise<IsKin> {
  const heads = new Map<string, string>()
  const headOf = (hash: string): string => {
    let head = hash
    for (let next = heads.get(head); next !== undefined; next = heads.get(head)) head = next
    return head
  }
  for (const { result, original } of await derivedPairs(db)) {
    const [one, other] = [headOf(result), headOf(original)]
    if (one !== other) heads.set(one, other)
  }
  return (one, other) => one !== other && headOf(one) === headOf(other)
}
