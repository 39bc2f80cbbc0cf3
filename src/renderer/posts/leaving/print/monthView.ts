import type { WeekStart } from '#contract/planning'
import type { Period, PostTile } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { addDays, weekStart } from '../../calendarDays'

/** Posts that one day of the grid shows; of more than these the rest stands on the pages after. */
export const mostInDay = 5

export interface PaperDay {
  readonly day: PlainDate
  /** False for the days before and after the period that fill its weeks. */
  readonly within: boolean
  readonly shown: readonly PostTile[]
  /** How many more there are. */
  readonly beyond: number
}

/** The weeks that hold a period, each day with its posts in their order. */
export function weeksOf(
  { from, to }: Period,
  tiles: readonly PostTile[],
  starts: WeekStart,
): PaperDay[][] {
  const byDay = new Map<string, PostTile[]>()
  for (const tile of tiles) {
    if (tile.day !== null) byDay.set(tile.day, [...(byDay.get(tile.day) ?? []), tile])
  }
  const weeks: PaperDay[][] = []
  for (let first = weekStart(from, starts); first <= to; first = addDays(first, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const day = addDays(first, at)
        const all = byDay.get(day) ?? []
        // The last line says how many more there are: it takes the place of a post.
        const room = all.length > mostInDay ? mostInDay - 1 : mostInDay
        const shown = all.slice(0, room)
        return { day, within: from <= day && day <= to, shown, beyond: all.length - shown.length }
      }),
    )
  }
  return weeks
}

/** Posts of the days that have more than the grid shows, all of them, in their order. */
export function overflowing(
  weeks: readonly (readonly PaperDay[])[],
  tiles: readonly PostTile[],
): PostTile[] {
  const full = new Set(
    weeks.flat().flatMap(({ day, beyond }): string[] => (beyond > 0 ? [day] : [])),
  )
  return tiles.filter(({ day }) => day !== null && full.has(day))
}

/** About two lines of a day of the grid. */
const shortest = 46

/**
 * A title cut at a word, for a day whose posts stand whole after the grid. Not by style: a clamped
 * line divides the week between two pages.
 */
export function shortTitle(title: string): string {
  if (title.length <= shortest) return title
  const cut = title.slice(0, shortest)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > 0 ? end : shortest)}…`
}
