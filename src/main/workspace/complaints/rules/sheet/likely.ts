import type { ComplainantId, ComplaintNumber } from '#contract/complaintFields'
import type { LikelyRepeat } from '#contract/complaintImports'
import type { RoadCode } from '#contract/roads'
import type { PlainDate } from '#contract/values'
import { textKey } from '../keys.ts'

/** Of a complaint, what a likely repeat is told by. */
export interface Told {
  readonly day: PlainDate
  readonly what: string
  readonly kind: string
  readonly road: RoadCode | null
  readonly fromMetres: number | null
  readonly personId: ComplainantId | null
}

/**
 * By what a row may be the same as another of the same day: the same words, the same person with
 * the same kind of complaint, or the same place. Told, never refused: two people see one pothole.
 */
function keysOf({ day, what, kind, road, fromMetres, personId }: Told): string[] {
  return [
    `${day} words ${textKey(what)}`,
    ...(personId === null ? [] : [`${day} person ${personId} ${kind}`]),
    ...(road === null || fromMetres === null ? [] : [`${day} place ${road} ${fromMetres} ${kind}`]),
  ]
}

/** Rows that may repeat an earlier row, or a complaint of the register; the first reason is enough. */
export function likelyRepeats(
  rows: readonly (Told & { readonly row: number })[],
  registered: readonly (Told & { readonly number: ComplaintNumber })[],
): LikelyRepeat[] {
  const numbers = new Map<string, ComplaintNumber>()
  for (const each of registered) for (const key of keysOf(each)) numbers.set(key, each.number)
  const earlier = new Map<string, number>()
  const likely: LikelyRepeat[] = []
  for (const each of rows) {
    const keys = keysOf(each)
    const number = keys.map((key) => numbers.get(key)).find((found) => found !== undefined)
    const other = keys.map((key) => earlier.get(key)).find((found) => found !== undefined)
    if (number !== undefined) likely.push({ row: each.row, otherRow: null, number })
    else if (other !== undefined) likely.push({ row: each.row, otherRow: other, number: null })
    for (const key of keys) if (!earlier.has(key)) earlier.set(key, each.row)
  }
  return likely
}
