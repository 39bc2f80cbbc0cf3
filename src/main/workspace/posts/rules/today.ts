import { mostTodayItems, TodayKind, type TodayGroup, type TodayItem } from '#contract/postToday'
import type { PostStatus } from '#contract/posts'
import type { PersonId, PlainDate } from '#contract/values'

/** Days after publication by which somebody should have written down what it reached (ours). */
export const daysToResults = 7

/** What came out longer ago is not asked about any more: old records have no results (ours). */
export const daysResultsAreAsked = 90

/** Days for which it is told that a last day moved (ours). */
export const daysMovesAreTold = 7

/** Who asks what needs them. */
export interface Seat {
  readonly id: PersonId
  /** Whoever plans looks after what nobody owns. */
  readonly plans: boolean
}

/** Whether a post is somebody's work: its owner's and designer's, or nobody's and they plan (ours). */
export function isWorkOf(
  { id, plans }: Seat,
  post: { readonly ownerId: PersonId | null; readonly designerId: PersonId | null },
): boolean {
  const { ownerId, designerId } = post
  return ownerId === id || designerId === id || (plans && ownerId === null && designerId === null)
}

/** How far the makers of a post that is not approved yet are. */
export interface Making {
  readonly status: PostStatus
  readonly delivered: boolean
  /** Last days, in working days back from the slot; null where it has none. */
  readonly deadlines: { readonly beginBy: PlainDate; readonly approveBy: PlainDate } | null
}

/** What is asked of the makers of a post, and until when. */
export interface Asked {
  readonly kind: TodayKind
  readonly day: PlainDate | null
  readonly late: boolean
}

/**
 * The one thing a post asks of its makers today, the weightiest first: changes that were asked, the
 * approval whose last day is here, the work that has to begin. A day itself is still in time. Null
 * while there is time for everything.
 */
export function askedOfMakers(
  { status, delivered, deadlines }: Making,
  today: PlainDate,
): Asked | null {
  const by = (kind: TodayKind, day: PlainDate | null): Asked => ({
    ...{ kind, day },
    late: day !== null && day < today,
  })
  if (status === 'changes-asked') return by('changes', deadlines?.approveBy ?? null)
  if (deadlines === null) return null
  if (deadlines.approveBy <= today) return by('approve', deadlines.approveBy)
  if (!delivered && deadlines.beginBy <= today) return by('produce', deadlines.beginBy)
  return null
}

/** One item with its kind. */
export interface OfKind {
  readonly kind: TodayKind
  readonly item: TodayItem
}

/**
 * The items by kind: within a kind late first, then by day, time and id, what has no day last; of
 * what expired the newest first, as it may still be saved (ours). Kinds with late ones come before
 * the others, each in the order of `TodayKind`.
 * @param expired how many expired, of which `all` has the newest
 */
export function groupsOf(all: readonly OfKind[], expired: number): TodayGroup[] {
  const groups = TodayKind.options.flatMap((kind): TodayGroup[] => {
    const items = all.filter((each) => each.kind === kind).map(({ item }) => item)
    if (items.length === 0) return []
    if (kind === 'expired') {
      const newest = items.toSorted(byUrgency).toReversed().slice(0, mostTodayItems)
      return [{ kind, total: expired, late: expired, items: newest }]
    }
    const late = items.filter((item) => item.late).length
    const shown = items.toSorted(byUrgency).slice(0, mostTodayItems)
    return [{ kind, total: items.length, late, items: shown }]
  })
  return groups.toSorted((one, other) => Number(other.late > 0) - Number(one.late > 0))
}

function byUrgency(one: TodayItem, other: TodayItem): number {
  const [first, second] = [one, other].map(
    ({ late, day, time, id }) => `${late ? 0 : 1} ${day ?? '9999-12-31'} ${time ?? ''} ${id}`,
  )
  return (first ?? '') < (second ?? '') ? -1 : 1
}
