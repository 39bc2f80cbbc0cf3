import type { Cycle, Period, Phase, PhaseTarget } from '#contract/cycles'
import type { PlainDate } from '#contract/values'

const msPerDay = 86_400_000

/** Days since 1970. Plain dates have no time zone: reckoned as in UTC, where every day has 24 h. */
function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / msPerDay
}

/** How many days a period has, the first and the last counted. */
export function daysOf({ startsOn, endsOn }: Period): number {
  return dayNumber(endsOn) - dayNumber(startsOn) + 1
}

/** From the first day of the first phase to the last day of the last; null without phases. */
export function periodOf({ phases }: Pick<Cycle, 'phases'>): Period | null {
  const [first, last] = [phases[0], phases.at(-1)]
  return first && last ? { startsOn: first.startsOn, endsOn: last.endsOn } : null
}

/** What is drawn on a scale: where it begins and how long it is, as shares of the whole. */
export interface Stretch {
  readonly from: number
  readonly length: number
}

/** Where a period lies within another that holds it. */
export function stretchOf(whole: Period, part: Period): Stretch {
  const days = daysOf(whole)
  return {
    from: (dayNumber(part.startsOn) - dayNumber(whole.startsOn)) / days,
    length: daysOf(part) / days,
  }
}

/** A stroke of the scale: at the first of a month or of a year. */
export interface Tick {
  readonly from: number
  readonly day: string
  readonly isYear: boolean
}

const mostMonths = 24

/**
 * The firsts of months within a period; of years only, where there are more than two years. The
 * first day of January stands for its year.
 */
export function ticksOf(whole: Period): Tick[] {
  const ticks: Tick[] = []
  const last = dayNumber(whole.endsOn)
  const at = new Date(`${whole.startsOn}T00:00:00Z`)
  if (at.getUTCDate() > 1) at.setUTCMonth(at.getUTCMonth() + 1, 1)
  for (; at.getTime() / msPerDay <= last; at.setUTCMonth(at.getUTCMonth() + 1)) {
    const from = (at.getTime() / msPerDay - dayNumber(whole.startsOn)) / daysOf(whole)
    ticks.push({ from, day: at.toISOString().slice(0, 10), isYear: at.getUTCMonth() === 0 })
  }
  return ticks.length > mostMonths ? ticks.filter(({ isYear }) => isYear) : ticks
}

export type PhaseState = 'past' | 'now' | 'ahead'

export function stateOf({ startsOn, endsOn }: Period, today: PlainDate): PhaseState {
  if (endsOn < today) return 'past'
  return startsOn <= today ? 'now' : 'ahead'
}

/** How many posts a phase wants by category and by kind; they are two views of the same posts. */
export function wantedOf(targets: readonly PhaseTarget[]): { category: number; piece: number } {
  const sum = (kind: PhaseTarget['kind']) =>
    targets
      .filter((target) => target.kind === kind)
      .reduce((total, { wanted }) => total + wanted, 0)
  return { category: sum('category'), piece: sum('piece') }
}

/** The cycle that is shown before anybody chose one: today's, or else the newest. */
export function firstShown(cycles: readonly Cycle[], today: PlainDate): Cycle | null {
  const offered = cycles.filter(({ archived }) => !archived)
  const running = offered.find((cycle) => {
    const period = periodOf(cycle)
    return period !== null && stateOf(period, today) === 'now'
  })
  return running ?? offered[0] ?? null
}

/** The year a new cycle is offered for: this one, or the one after the last that is planned. */
export function nextYear(cycles: readonly Cycle[], today: PlainDate): number {
  const years = cycles.flatMap(({ phases }) => phases.map(({ endsOn }) => yearOf(endsOn) + 1))
  return Math.max(yearOf(today), ...years)
}

function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

/** Numbers of the other phases that have this colour. */
export function phasesOfColour(phases: readonly Phase[], own: Phase, colour: string): number[] {
  return phases
    .filter((phase) => phase.id !== own.id && phase.colour === colour)
    .map(({ number }) => number)
}
