import type { Cycle, Period, Phase, PhaseDates, PhaseGap, Room } from '#contract/cycles'
import type { PlainDate } from '#contract/values'
import { addDays } from '../../days/rules/dates.ts'

/** What matters of a phase here. */
export type NumberedDates = PhaseDates & { readonly number: number }

/** The phase a day falls into; null in a gap and outside the cycle. */
export function phaseOfDay<P extends Period>(phases: readonly P[], day: PlainDate): P | null {
  return phases.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn) ?? null
}

/**
 * The phase a day falls into among the cycles in use but the example; the newest cycle's where two
 * cycles overlap. Null where the day lies in none.
 * @param cycles the newest first
 */
export function phaseOn(cycles: readonly Cycle[], day: PlainDate): Phase | null {
  const inUse = cycles.filter(({ archived, example }) => !archived && !example)
  return phaseOfDay(
    inUse.flatMap(({ phases }) => phases),
    day,
  )
}

/** The days between the phases that belong to none. Gaps are allowed (ours), and said. */
export function gapsOf(phases: readonly (Period & { readonly number: number })[]): PhaseGap[] {
  return phases.flatMap(({ number, endsOn }, place) => {
    const next = phases[place + 1]
    if (next === undefined) return []
    const gap = { startsOn: addDays(endsOn, 1), endsOn: addDays(next.startsOn, -1) }
    return gap.startsOn <= gap.endsOn ? [{ after: number, ...gap }] : []
  })
}

/**
 * What would be in the way if one phase got these dates, and how the others could make room. The
 * phases follow each other by their numbers and none overlaps another (ours; the sources give each
 * its own year). Only the border that is crossed moves: a phase is shortened, never shifted.
 * @param phases all phases of the cycle, as they are
 * @param wanted the dates for one of them, the first not after the last
 */
export function roomFor(phases: readonly NumberedDates[], wanted: PhaseDates): Room {
  const own = phases.find(({ id }) => id === wanted.id)
  if (own === undefined) return { inTheWay: [], others: [] }
  const inTheWay = phases.filter(
    (other) =>
      (other.number < own.number && other.endsOn >= wanted.startsOn) ||
      (other.number > own.number && other.startsOn <= wanted.endsOn),
  )
  const moved = inTheWay.map(({ id, number, startsOn, endsOn }) =>
    number < own.number
      ? { id, startsOn, endsOn: addDays(wanted.startsOn, -1) }
      : { id, startsOn: addDays(wanted.endsOn, 1), endsOn },
  )
  const allKeepADay = moved.every(({ startsOn, endsOn }) => startsOn <= endsOn)
  return {
    inTheWay: inTheWay.map(({ number }) => number),
    others: allKeepADay ? moved : null,
  }
}
