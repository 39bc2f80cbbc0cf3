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
    ...{ search: '', incomplete: false, expired: false, inSeries: false },
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

/** How many things a filter asks for, the search left out. */
export function choicesMade(filter: PostFilter): number {
  const flags = Number(filter.incomplete) + Number(filter.expired) + Number(filter.inSeries)
  return listChoices.reduce((sum, choice) => sum + filter[choice].length, flags)
}
