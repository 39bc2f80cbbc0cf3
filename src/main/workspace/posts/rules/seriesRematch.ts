import type { PlainDate } from '#contract/values'

/**
 * A post of a series that gets another rule. `kept` is published, archived or cancelled; `skipped`
 * lies in the trash and stands for a day of which nothing is wanted.
 */
export interface Member<I> {
  readonly id: I
  readonly day: PlainDate
  readonly standing: 'open' | 'kept' | 'skipped'
}

/** What becomes of the posts, and the days of which new ones are made. */
export interface Rematch<I> {
  readonly same: readonly I[]
  readonly moved: readonly { readonly id: I; readonly to: PlainDate }[]
  readonly trashed: readonly I[]
  /** Skipped ones whose day is no longer one of the series. */
  readonly dropped: readonly I[]
  readonly made: readonly PlainDate[]
}

/**
 * Gives the posts of a series to the days of another rule (ours). A post whose day is a day of the
 * new rule keeps it. The others move, in their order, to the days that are left, so that no work is
 * lost where a Monday becomes a Tuesday. Too many of them go to the trash; too few are made.
 * @param members in the order of their days
 */
export function rematch<I>(members: readonly Member<I>[], days: readonly PlainDate[]): Rematch<I> {
  const wanted = new Set(days)
  const taken = new Set(members.flatMap(({ day }) => (wanted.has(day) ? [day] : [])))
  const free = days.filter((day) => !taken.has(day))
  const others = members.filter(({ day }) => !wanted.has(day))
  const open = others.filter(({ standing }) => standing === 'open')
  const moved = open.flatMap(({ id }, place) => {
    const to = free[place]
    return to === undefined ? [] : [{ id, to }]
  })
  return {
    same: members.flatMap(({ id, day }) => (wanted.has(day) ? [id] : [])),
    moved,
    trashed: open.slice(moved.length).map(({ id }) => id),
    dropped: others.flatMap(({ id, standing }) => (standing === 'skipped' ? [id] : [])),
    made: free.slice(moved.length),
  }
}
