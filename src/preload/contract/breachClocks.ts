import type { Breach, BreachNotice, BreachParty } from './complaintBreaches.ts'
import { Instant } from './values.ts'

/** Hours within which the Commissioner is told, from when the breach is known (PDPA s.12B). */
export const commissionerHours = 72
/** Days within which the persons are told, from when the Commissioner was (PDPA s.12B). */
export const personsDays = 7
/** Days from the same moment within which the rest of the details follow. */
export const detailsDays = 30
/** More persons than these are significant by their number alone. */
export const significantPeople = 1_000

const hour = 3_600_000
const minute = 60_000

/**
 * `waits`: begins when the Commissioner is told. `not-needed`: nobody comes to significant harm, or
 * somebody has said why nobody is told.
 */
export type BreachStanding = 'waits' | 'running' | 'late' | 'met' | 'met-late' | 'not-needed'

export interface BreachClock {
  readonly party: BreachParty
  readonly startsAt: Instant | null
  readonly dueAt: Instant | null
  readonly standing: BreachStanding
  /** Whole minutes that passed until it was met or, while it runs, until now. */
  readonly minutes: number
  readonly notice: BreachNotice | null
}

/** Whether significant harm is likely: as the office says, over 1,000 persons, or sensitive data. */
export function isSignificant({
  harm,
  people,
  fields,
}: Pick<Breach, 'harm' | 'people' | 'fields'>): boolean {
  return harm || (people !== null && people > significantPeople) || fields.includes('sensitive')
}

/** By when the rest of the details follows; null while the Commissioner was not told. */
export function detailsDue({ notices }: Pick<Breach, 'notices'>): Instant | null {
  const told = toldOf(notices, 'commissioner')
  return told?.outcome === 'told' ? after(told.at, detailsDays * 24 * hour) : null
}

/**
 * The two clocks of a breach: 72 hours from when it is known until the Commissioner is told, and
 * 7 days of 24 hours from then until the persons are. Every hour counts, at night and on holidays.
 */
export function breachClocks(
  breach: Pick<Breach, 'knownAt' | 'harm' | 'people' | 'fields' | 'notices'>,
  now: Instant,
): readonly [BreachClock, BreachClock] {
  const first = toldOf(breach.notices, 'commissioner')
  const second = toldOf(breach.notices, 'persons')
  const begun = first?.outcome === 'told' ? first.at : null
  const persons = clockOf('persons', begun, personsDays * 24 * hour, second, now)
  const isIdle = second === null && !isSignificant(breach)
  return [
    clockOf('commissioner', breach.knownAt, commissionerHours * hour, first, now),
    isIdle ? { ...persons, standing: 'not-needed' } : persons,
  ]
}

/** The clock that runs out first of those that run; null where nobody is to be told any more. */
export function firstRunning(clocks: readonly BreachClock[]): BreachClock | null {
  const running = clocks.filter(({ standing }) => standing === 'running' || standing === 'late')
  return running.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0] ?? null
}

function clockOf(
  party: BreachParty,
  startsAt: Instant | null,
  lasts: number,
  notice: BreachNotice | null,
  now: Instant,
): BreachClock {
  const dueAt = startsAt === null ? null : after(startsAt, lasts)
  const until = notice?.at ?? now
  const passed = startsAt === null ? 0 : Date.parse(until) - Date.parse(startsAt)
  const minutes = Math.max(0, Math.floor(passed / minute))
  return { party, startsAt, dueAt, minutes, notice, standing: standingOf(dueAt, notice, now) }
}

function standingOf(
  dueAt: Instant | null,
  notice: BreachNotice | null,
  now: Instant,
): BreachStanding {
  if (notice?.outcome === 'not-needed') return 'not-needed'
  if (notice !== null) return dueAt === null || notice.at <= dueAt ? 'met' : 'met-late'
  if (dueAt === null) return 'waits'
  return now > dueAt ? 'late' : 'running'
}

function toldOf(notices: readonly BreachNotice[], party: BreachParty): BreachNotice | null {
  return notices.find((each) => each.party === party) ?? null
}

function after(at: Instant, milliseconds: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + milliseconds).toISOString())
}
