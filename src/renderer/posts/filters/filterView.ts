import type { PostFilter } from '#contract/posts'

/** Choices of the filter that are lists of keys or ids, in the order in which they are offered. */
export const listChoices = [
  'phaseIds',
  'statuses',
  'accountIds',
  'kinds',
  'categories',
  'ownerIds',
  'approverIds',
] as const
export type ListChoice = (typeof listChoices)[number]

/** Leaves nothing out. */
export function emptyFilter(): PostFilter {
  return {
    ...{ search: '', incomplete: false, expired: false },
    ...{ phaseIds: [], statuses: [], kinds: [], categories: [] },
    ...{ accountIds: [], ownerIds: [], approverIds: [] },
  }
}

/** Whether a filter leaves anything out. */
export function isFiltering(filter: PostFilter): boolean {
  return Object.values(filter).some((value) =>
    typeof value === 'boolean' ? value : value.length > 0,
  )
}

/** One thing to tick, with how many posts it would leave. */
export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  /** Null while it is not known. */
  readonly count: number | null
}

/**
 * What a menu offers: everything that has posts or is ticked, in the order given; where the counts
 * are not known yet, everything.
 */
export function optionsOf<V extends string>(
  all: readonly { readonly value: V; readonly label: string }[],
  chosen: readonly string[],
  counts: Readonly<Record<string, number>> | undefined,
): Option<V>[] {
  return all
    .map(({ value, label }) => ({ value, label, count: counts ? (counts[value] ?? 0) : null }))
    .filter(({ value, count }) => count !== 0 || chosen.includes(value))
}

/** The list with the value in it, or without where it was. */
export function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}

/** How many things a filter asks for, the search left out. */
export function choicesMade(filter: PostFilter): number {
  const flags = Number(filter.incomplete) + Number(filter.expired)
  return listChoices.reduce((sum, choice) => sum + filter[choice].length, flags)
}
