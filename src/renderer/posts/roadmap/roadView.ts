import type { Cycle, Phase } from '#contract/cycles'
import type { CalendarNote, WeekStart } from '#contract/planning'
import type { WeekCount } from '#contract/postPhases'
import type { PlainDate } from '#contract/values'
import { addDays, weekStart } from '../calendarDays'

/** The first days of the weeks that a cycle touches, in their order. */
export function weeksOfCycle({ phases }: Pick<Cycle, 'phases'>, starts: WeekStart): PlainDate[] {
  const [first, last] = [phases[0], phases.at(-1)]
  if (first === undefined || last === undefined) return []
  const weeks: PlainDate[] = []
  for (let week = weekStart(first.startsOn, starts); week <= last.endsOn; week = addDays(week, 7)) {
    weeks.push(week)
  }
  return weeks
}

/** A part of a week's bar: posts of one category. */
export interface Part {
  readonly category: string | null
  readonly count: number
}

/** One phase in one week. */
export interface RoadCell {
  readonly week: PlainDate
  readonly total: number
  /** In the order of the office's list, posts without a category last. */
  readonly parts: readonly Part[]
  /** A day of the week lies in the phase. */
  readonly isWithin: boolean
}

/** One band of the road map, a cell for each week of the cycle. */
export function bandOf(
  phase: Pick<Phase, 'startsOn' | 'endsOn'>,
  weeks: readonly PlainDate[],
  counts: readonly WeekCount[],
  order: readonly string[],
): RoadCell[] {
  const byWeek = new Map<string, Part[]>()
  for (const { week, category, count } of counts) {
    byWeek.set(week, [...(byWeek.get(week) ?? []), { category, count }])
  }
  const placeOf = ({ category }: Part): number => {
    const place = category === null ? -1 : order.indexOf(category)
    return place < 0 ? order.length : place
  }
  return weeks.map((week) => {
    const parts = (byWeek.get(week) ?? []).toSorted((one, other) => placeOf(one) - placeOf(other))
    return {
      ...{ week, parts, total: parts.reduce((sum, { count }) => sum + count, 0) },
      isWithin: phase.startsOn <= addDays(week, 6) && week <= phase.endsOn,
    }
  })
}

/** Posts of weeks that the cycle does not touch: they are told, not drawn. */
export function countOutside(
  weeks: readonly PlainDate[],
  bands: readonly (readonly WeekCount[])[],
): number {
  const known = new Set<string>(weeks)
  return bands
    .flat()
    .filter(({ week }) => !known.has(week))
    .reduce((sum, { count }) => sum + count, 0)
}

/** The most posts a week of any band has: what the height of a band stands for; at least 1. */
export function highest(bands: readonly (readonly RoadCell[])[]): number {
  return Math.max(1, ...bands.flat().map(({ total }) => total))
}

/** Weeks in which a month begins, the first one too: where its name stands. */
export function monthStarts(weeks: readonly PlainDate[]): ReadonlySet<PlainDate> {
  return new Set(
    weeks.filter((week, place) => {
      const before = weeks[place - 1]
      // A week belongs to the month of the day in its middle: of its Thursday (ISO 8601), or Wednesday.
      const monthOf = (first: PlainDate) => addDays(first, 3).slice(0, 7)
      return before === undefined || monthOf(week) !== monthOf(before)
    }),
  )
}

/** The notes that touch a week. */
export function notesIn(week: PlainDate, notes: readonly CalendarNote[]): CalendarNote[] {
  const last = addDays(week, 6)
  return notes.filter(({ startsOn, endsOn }) => startsOn <= last && week <= endsOn)
}

/**
 * A letter for each name, all different: the first initial that is free, then any letter of it.
 * What has none left is told by its place.
 */
export function lettersOf(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, place) => {
    const capitals = name.toLocaleUpperCase()
    const initials = capitals.split(/[^\p{L}]+/u).map((word) => word.charAt(0))
    const others = Array.from(capitals.matchAll(/\p{L}/gu), ([sign]) => sign)
    const free = [...initials, ...others].find((sign) => sign !== '' && !taken.has(sign))
    const letter = free ?? String(place + 1)
    taken.add(letter)
    return letter
  })
}

/** Where a key leads in the grid of bands and weeks; null when the key does not move. */
export function roadStep(
  key: string,
  { band, week }: { readonly band: number; readonly week: number },
  size: { readonly bands: number; readonly weeks: number },
): { readonly band: number; readonly week: number } | null {
  const atBand = (to: number) => Math.min(size.bands - 1, Math.max(0, to))
  const atWeek = (to: number) => Math.min(size.weeks - 1, Math.max(0, to))
  switch (key) {
    case 'ArrowUp':
      return { band: atBand(band - 1), week }
    case 'ArrowDown':
      return { band: atBand(band + 1), week }
    case 'ArrowLeft':
      return { band, week: atWeek(week - 1) }
    case 'ArrowRight':
      return { band, week: atWeek(week + 1) }
    case 'Home':
      return { band, week: 0 }
    case 'End':
      return { band, week: size.weeks - 1 }
    default:
      return null
  }
}
