import type { Reader } from '../../database/schema.ts'
import { derivations } from '../queries/derivations.ts'

/** Whether of two pictures, given by the hashes of their bytes, one cannot be a repeat of the other. */
export type IsKin = (one: string, other: string) => boolean

/**
 * A picture made from another does not repeat it, nor what that was made from, however much they look
 * alike; neither do the sizes that one job made of one original. What was made of it at another time
 * may well: the same photo published again, with other words below it.
 */
export async function readKinship(db: Reader): Promise<IsKin> {
  const originals = new Map<string, string[]>()
  /** By result: which original, in which job. */
  const made = new Map<string, Set<string>>()
  for (const { result, original, job } of await derivations(db)) {
    originals.set(result, [...(originals.get(result) ?? []), original])
    // Those noted before jobs were have none: as then, they count as made together.
    made.set(result, (made.get(result) ?? new Set<string>()).add(`${job ?? ''} ${original}`))
  }

  function comesFrom(result: string, original: string, seen = new Set<string>()): boolean {
    if (seen.has(result)) return false
    seen.add(result)
    return (originals.get(result) ?? []).some(
      (one) => one === original || comesFrom(one, original, seen),
    )
  }

  function togetherMade(one: string, other: string): boolean {
    const jobs = made.get(other)
    return jobs !== undefined && [...(made.get(one) ?? [])].some((job) => jobs.has(job))
  }

  return (one, other) =>
    one !== other && (comesFrom(one, other) || comesFrom(other, one) || togetherMade(one, other))
}
