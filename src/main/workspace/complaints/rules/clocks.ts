import type { ClockLimits, ClockName } from '#contract/clockLimits'
import { ClockName as Names } from '#contract/clockLimits'
import type { Clock, ClockStanding, SetReason } from '#contract/complaintClocks'
import type { Difficulty } from '#contract/complaintWeight'
import type { ClockSet } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { dueOf, usedShare, type Due, type Pause } from './clock.ts'

/** What decides which set of limits a complaint has. */
export interface SetQuestion {
  readonly kind: string
  readonly urgent: string | null
  /** Its first answer is another's (KKS H). */
  readonly wrongDoor: boolean
  readonly difficulty: Difficulty | null
  /** Chosen by a person for this complaint. */
  readonly chosen: string | null
}

/**
 * The one set that applies, and why: what a person chose; else one for its danger; else one for a
 * wrong door; else one for complex complaints; else one for its kind; else the first that is for whatever no other fits. Ours.
 * @param sets in the office's order; without any nothing has a limit
 */
export function setFor(
  sets: readonly ClockSet[],
  { kind, urgent, wrongDoor, difficulty, chosen }: SetQuestion,
): { readonly set: ClockSet | null; readonly why: SetReason } {
  const byHand = sets.find(({ key }) => key === chosen)
  if (byHand !== undefined) return { set: byHand, why: 'hand' }
  const danger = sets.find(({ urgentKinds }) => urgent !== null && urgentKinds.includes(urgent))
  if (danger !== undefined) return { set: danger, why: 'urgent' }
  const door = sets.find((set) => set.wrongDoor && wrongDoor)
  if (door !== undefined) return { set: door, why: 'wrong-door' }
  const hard = sets.find(({ complex }) => complex && difficulty === 'complex')
  if (hard !== undefined) return { set: hard, why: 'complex' }
  const ofKind = sets.find(({ kinds }) => kinds.includes(kind))
  if (ofKind !== undefined) return { set: ofKind, why: 'kind' }
  return { set: sets.find(({ fallback }) => fallback) ?? null, why: 'default' }
}

/** What the clocks of a complaint are worked out from. */
export interface Timed {
  readonly limits: ClockLimits
  readonly received: Instant
  /** Received, or taken up again after it was settled. */
  readonly from: Instant
  /** When each was met; the close clock by being settled. */
  readonly met: Readonly<Record<ClockName, Instant | null>>
  readonly pauses: readonly Pause[]
  readonly state: StateCode
  /** Settled before it came in from a sheet that does not say when these were met. */
  readonly unmeasured?: readonly ClockName[]
}

/** A clock with the count that led to it. */
export interface CountedClock {
  readonly clock: Clock
  /** Null without a limit. */
  readonly due: Due | null
}

/** Of its time, in per cent, from which on a clock warns. */
const warnings = [
  [0.9, 'used-90'],
  [0.75, 'used-75'],
  [0.5, 'used-50'],
] as const satisfies readonly (readonly [share: number, standing: ClockStanding])[]

/** The four clocks of a complaint as they stand now. */
export function clocksOf(timed: Timed, now: Instant, calendar: DayCalendar): CountedClock[] {
  return Names.options.map((name) => clockOf(name, timed, now, calendar))
}

/** One of the four. */
export function clockOf(
  name: ClockName,
  timed: Timed,
  now: Instant,
  calendar: DayCalendar,
): CountedClock {
  const { limits, met, pauses, state } = timed
  const limit = limits[name]
  const startedAt = startOf(name, timed)
  const metAt = name === 'progress' ? met.close : met[name]
  const base = { name, limit, startedAt, metAt }
  if (timed.unmeasured?.includes(name) === true) {
    const standing: ClockStanding = 'unmeasured'
    return { clock: { ...base, dueAt: null, standing, used: null, pausedFor: 0 }, due: null }
  }
  if (limit === null) {
    const standing: ClockStanding = metAt === null ? 'measured' : 'met'
    return { clock: { ...base, dueAt: null, standing, used: null, pausedFor: 0 }, due: null }
  }
  const until = metAt ?? now
  const due = dueOf(limit, startedAt, pauses, until, calendar, state)
  const stands = limit.pauses && metAt === null && pauses.some((pause) => pause.until === null)
  const used = usedShare(due, startedAt, limit.pauses ? pauses : [], until)
  const isLate = Date.parse(until) > Date.parse(due.at)
  const standing = standingOf({ isMet: metAt !== null, isLate, stands, used })
  return {
    clock: {
      ...base,
      // While it stands still nobody can say when it will be due; one that is late stays so.
      dueAt: stands && !isLate ? null : due.at,
      standing,
      used,
      pausedFor: due.pausedFor,
    },
    due,
  }
}

/**
 * Acknowledged and answered first is a complaint once, when it comes in; what was taken up again is
 * closed again; and how things are is told again and again, counted from the last time.
 */
function startOf(name: ClockName, { received, from, met }: Timed): Instant {
  if (name === 'acknowledge' || name === 'respond') return received
  if (name === 'close') return from
  const told = [from, met.respond, met.progress].filter((at) => at !== null).toSorted()
  return told.at(-1) ?? from
}

function standingOf(clock: {
  readonly isMet: boolean
  readonly isLate: boolean
  readonly stands: boolean
  readonly used: number
}): ClockStanding {
  if (clock.isMet) return clock.isLate ? 'met-late' : 'met'
  if (clock.isLate) return 'late'
  if (clock.stands) return 'paused'
  return warnings.find(([share]) => clock.used >= share)?.[1] ?? 'running'
}

/** What is kept of the clocks beside the complaint, so that lists can be asked by it. */
export interface KeptDues {
  readonly due_acknowledge: Instant | null
  readonly due_respond: Instant | null
  readonly due_progress: Instant | null
  readonly due_close: Instant | null
  /** The first of those that are not met; null where nothing is due. */
  readonly next_due: Instant | null
}

/** The dues of clocks as they are kept. */
export function keptDues(clocks: readonly CountedClock[]): KeptDues {
  const dueAt = (name: ClockName): Instant | null =>
    clocks.find(({ clock }) => clock.name === name)?.clock.dueAt ?? null
  const waiting = clocks.flatMap(({ clock }) =>
    clock.metAt === null && clock.dueAt !== null ? [clock.dueAt] : [],
  )
  return {
    due_acknowledge: dueAt('acknowledge'),
    due_respond: dueAt('respond'),
    due_progress: dueAt('progress'),
    due_close: dueAt('close'),
    next_due: waiting.toSorted()[0] ?? null,
  }
}

/** The columns of a complaint whose clocks are not counted yet. */
export function clocksBefore(received: Instant) {
  return {
    ...{ clock_set: '', set_why: '' as const, set_reason: '', clocks_from: received },
    ...{ acknowledged_at: null, responded_at: null, progressed_at: null, settled_at: null },
    ...{ due_acknowledge: null, due_respond: null, due_progress: null, due_close: null },
    ...{ next_due: null, paused: 0, wrong_agency: null },
    ...{ old_reference: '', old_reference_key: '', import_id: null },
  }
}
