import { stillToCome } from '#contract/postStatus'
import type { PostTile } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { addDays, quarterOf } from '../calendarDays'
import type { QuarterPart } from '../calendarScreen'

/** A part of the posts of a day: those of one phase or category; null for those that have none. */
export interface DayPart {
  readonly key: string | null
  readonly count: number
}

/** What is told of a day of the quarter. */
export interface QuarterDay {
  readonly count: number
  readonly incomplete: number
  readonly expired: number
  /** The most first; those that have none last. */
  readonly parts: readonly DayPart[]
}

type CountedTile = Pick<PostTile, 'day' | 'phaseId' | 'category' | 'missing' | 'status' | 'expired'>

/** The days of a quarter that have posts, each slot counted once, as the year counts them. */
export function quarterDays(
  tiles: readonly CountedTile[],
  by: QuarterPart,
): ReadonlyMap<PlainDate, QuarterDay> {
  const days = new Map<PlainDate, readonly CountedTile[]>()
  for (const tile of tiles) {
    if (tile.day !== null) days.set(tile.day, [...(days.get(tile.day) ?? []), tile])
  }
  return new Map(
    [...days].map(([day, all]) => {
      const counts = new Map<string | null, number>()
      for (const tile of all) {
        const key = by === 'phase' ? tile.phaseId : tile.category
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
      const parts = [...counts]
        .map(([key, count]) => ({ key, count }))
        .toSorted(
          (one, other) =>
            Number(one.key === null) - Number(other.key === null) || other.count - one.count,
        )
      const isLacking = ({ missing, status }: CountedTile) =>
        missing.length > 0 && stillToCome.includes(status)
      return [
        day,
        {
          ...{ count: all.length, incomplete: all.filter(isLacking).length },
          ...{ expired: all.filter(({ expired }) => expired).length, parts },
        },
      ]
    }),
  )
}

/**
 * Where a key leads from a day of a quarter: ← → by a day, ↑ ↓ by a week, Home and End to its ends.
 * Never out of the quarter. Null when the key does not move.
 */
export function quarterStep(key: string, day: PlainDate): PlainDate | null {
  const { from, to } = quarterOf(day)
  const by: Readonly<Record<string, number>> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 },
  }
  if (key === 'Home') return from
  if (key === 'End') return to
  const days = by[key]
  if (days === undefined) return null
  const next = addDays(day, days)
  return next < from || next > to ? day : next
}
