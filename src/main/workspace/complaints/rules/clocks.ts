import { ClockName as Names, type ClockName } from '#contract/clockLimits'
import type { Clock, ClockStanding, SetReason } from '#contract/complaintClocks'
import { shareMarks, shippedLadder, type Ladder, type ShareMark } from '#contract/complaintLadder'
import type { Difficulty, Severity } from '#contract/complaintWeight'
import type { ClockSet } from '#contract/reference'
import type { Instant } from '#contract/values'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { dueOf, usedShare, type Due } from './clock.ts'
import { isOver, limitOf, metOf, stoodDue, type Timed } from './judged.ts'
import { noMarks } from './markColumns.ts'

/** What decides which set of limits a complaint has. */
export interface SetQuestion {
  readonly kind: string
  readonly urgent: string | null
  /** Its first answer is another's (KKS H). */
  readonly wrongDoor: boolean
  readonly severity: Severity | null
  readonly difficulty: Difficulty | null
  /** Chosen by a person for this complaint. */
  readonly chosen: string | null
}

/**
 * The one set that applies, and why: what a person chose; else one for its danger; else one for a
 * wrong door; else one for how grave it is; else one for complex complaints; else one for its kind;
 * else the first that is for whatever no other fits. A set that names severities is for those alone,
 * and its kinds and its being for complex ones narrow it further. Ours.
 * @param sets in the office's order; without any nothing has a limit
 */
export function setFor(
  sets: readonly ClockSet[],
  { kind, urgent, wrongDoor, severity, difficulty, chosen }: SetQuestion,
): { readonly set: ClockSet | null; readonly why: SetReason } {
  const byHand = sets.find(({ key }) => key === chosen)
  if (byHand !== undefined) return { set: byHand, why: 'hand' }
  const danger = sets.find(({ urgentKinds }) => urgent !== null && urgentKinds.includes(urgent))
  if (danger !== undefined) return { set: danger, why: 'urgent' }
  const door = sets.find((set) => set.wrongDoor && wrongDoor)
  if (door !== undefined) return { set: door, why: 'wrong-door' }
  const isHard = difficulty === 'complex'
  const ofKind = ({ kinds }: ClockSet): boolean => kinds.includes(kind)
  const grave = sets.find(
    (set) =>
      severity !== null &&
      set.severities.includes(severity) &&
      (set.kinds.length === 0 || ofKind(set)) &&
      (!set.complex || isHard),
  )
  if (grave !== undefined) return { set: grave, why: 'severity' }
  const others = sets.filter(({ severities }) => severities.length === 0)
  const hard = others.find(({ complex }) => complex && isHard)
  if (hard !== undefined) return { set: hard, why: 'complex' }
  const named = others.find(ofKind)
  if (named !== undefined) return { set: named, why: 'kind' }
  return { set: sets.find(({ fallback }) => fallback) ?? null, why: 'default' }
}

/** A clock with the count that led to it. */
export interface CountedClock {
  readonly clock: Clock
  /** Null without a limit. */
  readonly due: Due | null
}

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
  const { met, pauses, state } = timed
  const startedAt = startOf(name, timed)
  const metAt = metOf(met, name)
  const keptLimit = isOver(timed, name) && timed.kept?.[name] !== undefined
  const limit = keptLimit ? limitOf(timed, name) : timed.limits[name]
  const base = { name, limit, startedAt, metAt, keptLimit, share: null, stood: false }
  if (timed.unmeasured?.includes(name) === true) {
    const standing: ClockStanding = 'unmeasured'
    return { clock: { ...base, dueAt: null, standing, used: null, pausedFor: 0 }, due: null }
  }
  const until = metAt ?? now
  const today = limit === null ? null : dueOf(limit, startedAt, pauses, until, calendar, state)
  const due = stoodDue(timed, name, today)
  if (due === null) {
    const standing: ClockStanding = metAt === null ? 'measured' : 'met'
    // What was judged without a limit has none because its set came to have one.
    const clock = { ...base, limit: null, dueAt: null, standing, used: null, pausedFor: 0 }
    return { clock: { ...clock, stood: today !== null }, due: null }
  }
  const mayPause = limit?.pauses === true
  const stands = mayPause && metAt === null && pauses.some((pause) => pause.until === null)
  const used = usedShare(due, startedAt, mayPause ? pauses : [], until)
  const isLate = Date.parse(until) > Date.parse(due.at)
  const shares = timed.shares ?? shippedLadder.shares
  const standing = standingOf({ isMet: metAt !== null, isLate, stands, used }, shares)
  return {
    clock: {
      ...base,
      // While it stands still nobody can say when it will be due; one that is late stays so.
      dueAt: stands && !isLate ? null : due.at,
      standing,
      share: isShare(standing) ? shares[standing] : null,
      used,
      pausedFor: due.pausedFor,
      stood: due !== today,
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

function isShare(standing: ClockStanding): standing is ShareMark {
  return shareMarks.some((mark) => mark === standing)
}

function standingOf(
  clock: {
    readonly isMet: boolean
    readonly isLate: boolean
    readonly stands: boolean
    readonly used: number
  },
  shares: Ladder['shares'],
): ClockStanding {
  if (clock.isMet) return clock.isLate ? 'met-late' : 'met'
  if (clock.isLate) return 'late'
  if (clock.stands) return 'paused'
  return shareMarks.findLast((mark) => clock.used >= shares[mark] / 100) ?? 'running'
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
    ...{ kept_limits: '{}', judged: '' },
    ...{ acknowledged_at: null, responded_at: null, progressed_at: null, settled_at: null },
    answered_by_settling: null,
    ...{ due_acknowledge: null, due_respond: null, due_progress: null, due_close: null },
    ...{ next_due: null, paused: 0, wrong_agency: null, ...noMarks },
    ...{ old_reference: '', old_reference_key: '', import_id: null },
  }
}
