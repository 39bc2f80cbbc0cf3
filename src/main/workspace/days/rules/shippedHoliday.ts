import type { Doubt, HolidayKind } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'

/** A holiday as the shipped list gives it. */
export interface ShippedHoliday {
  /**
   * `hari-raya-puasa/2027`, and `…/2` for its second date of that year: an office's edit hangs on
   * it, so that it still holds when an update moves the date.
   */
  readonly key: string
  readonly date: PlainDate
  readonly name: string
  readonly nameEn: string
  readonly kind: HolidayKind
  /** In the order of their codes. */
  readonly states: readonly StateCode[]
  readonly doubts: Readonly<Partial<Record<StateCode, Doubt>>>
  readonly sources: readonly string[]
}

/** @param place 1 for the first date of the holiday in that year */
export function keyOf(key: string, year: number, place: number): string {
  return place === 1 ? `${key}/${year}` : `${key}/${year}/${place}`
}

/** Things of one key together, keys in the order of their first thing. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    groups.set(key, [...(groups.get(key) ?? []), thing])
  }
  return groups
}
