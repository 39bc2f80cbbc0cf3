import { noFigureChoices } from '#contract/complaintFigures'
import { ComplaintStatus } from '#contract/complaintStatus'
import type { ComplaintFilter, ComplaintOrder } from '#contract/complaints'

/** Choices of the filter that are on or off. */
export const flags = [
  'late',
  'dueToday',
  'used90',
  'used75',
  'toApprover',
  'toHead',
  'paused',
  'open',
  'urgent',
  'unassigned',
  'wrongDoor',
  'grouped',
] as const
export type Flag = (typeof flags)[number]

/** Choices that are lists of keys or ids, in the order in which they are offered. */
export const listChoices = [
  'statuses',
  'kinds',
  'subKinds',
  'channels',
  'accountIds',
  'states',
  'assigneeIds',
  'severities',
  'difficulties',
] as const
export type ListChoice = (typeof listChoices)[number]

/** Leaves nothing out. */
export function emptyFilter(): ComplaintFilter {
  return {
    ...{ statuses: [], kinds: [], subKinds: [], channels: [], accountIds: [], states: [] },
    ...{ severities: [], difficulties: [] },
    ...{ assigneeIds: [], open: false, urgent: false, unassigned: false, wrongDoor: false },
    ...{ late: false, dueToday: false, paused: false, grouped: false },
    ...{ used75: false, used90: false, toApprover: false, toHead: false },
    ...{ masterId: null, complainantId: null },
    ...{ from: null, to: null },
    ...noFigureChoices,
  }
}

/** How many things a filter asks for: a span of days is one, and so is whatever a figure asks at once. */
export function choicesMade(filter: ComplaintFilter): number {
  const chosen = listChoices.reduce(
    (sum, choice) => sum + (choice === 'statuses' ? statusesMade(filter) : filter[choice].length),
    0,
  )
  const on = flags.filter((flag) => filter[flag]).length
  const given = [filter.from ?? filter.to, filter.masterId, filter.complainantId]
  return chosen + on + given.filter((each) => each !== null).length + figureChoicesMade(filter)
}

/** Most figures count all but the voided: to name most statuses is to leave the others out. */
function statusesMade({ statuses }: ComplaintFilter): number {
  return Math.min(statuses.length, ComplaintStatus.options.length - statuses.length)
}

/** Of them, those that only a figure makes. */
function figureChoicesMade(filter: ComplaintFilter): number {
  const { without, agencies, scores, reopened, answered } = filter
  const given = [
    filter.settledFrom ?? filter.settledTo,
    filter.promise,
    filter.along,
    filter.district,
  ]
  const lists = [without, agencies, scores].filter((each) => each.length > 0)
  return (
    lists.length +
    [reopened, answered].filter(Boolean).length +
    given.filter((each) => each !== null).length
  )
}

/** Whether a filter leaves anything out. */
export function isFiltering(filter: ComplaintFilter): boolean {
  return choicesMade(filter) > 0
}

/** Orders that are offered, each by a key of its own. */
export const sortings = {
  due: { order: 'due', descending: false },
  newest: { order: 'number', descending: true },
  oldest: { order: 'number', descending: false },
  received: { order: 'received', descending: true },
  changed: { order: 'changed', descending: true },
} as const satisfies Record<string, { order: ComplaintOrder; descending: boolean }>
export type Sorting = keyof typeof sortings
export const allSortings = ['due', 'newest', 'oldest', 'received', 'changed'] as const

export function sortingOf(order: ComplaintOrder, descending: boolean): Sorting {
  return (
    allSortings.find(
      (key) => sortings[key].order === order && sortings[key].descending === descending,
    ) ?? 'due'
  )
}
