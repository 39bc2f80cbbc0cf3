import { WithoutChoice, type PostFilter } from '#contract/posts'

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
    ...{ search: '', incomplete: false, expired: false, inSeries: false, unproven: false },
    ...{ phaseIds: [], statuses: [], kinds: [], categories: [] },
    ...{ accountIds: [], ownerIds: [], approverIds: [], without: [] },
  }
}

/** Whether a filter leaves anything out. */
export function isFiltering(filter: PostFilter): boolean {
  return Object.values(filter).some((value) =>
    typeof value === 'boolean' ? value : value.length > 0,
  )
}

/** What stands in a menu for "none of these". */
export const noneOfThem = 'none'

/** The choice as one of which a post may have nothing; null where it always has something. */
export function withoutChoice(choice: ListChoice): WithoutChoice | null {
  return WithoutChoice.options.find((each) => each === choice) ?? null
}

/** Ticks of several things at once: the accounts of a channel, the phases of a cycle. */
export interface OptionGroup {
  /** Never that of a single thing. */
  readonly value: string
  readonly label: string
  readonly members: readonly string[]
}

/** The list with all of a group in it, or with none where all of it was. */
export function groupToggled<V extends string>(values: readonly V[], members: readonly V[]): V[] {
  const others = values.filter((value) => !members.includes(value))
  return members.every((member) => values.includes(member)) ? others : [...others, ...members]
}

/** How many things a filter asks for, the search left out. */
export function choicesMade(filter: PostFilter): number {
  const { incomplete, expired, inSeries, unproven } = filter
  const flags = [incomplete, expired, inSeries, unproven].filter(Boolean).length
  return listChoices.reduce(
    (sum, choice) => sum + filter[choice].length,
    flags + filter.without.length,
  )
}
