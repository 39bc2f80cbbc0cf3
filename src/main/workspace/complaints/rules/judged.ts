import {
  ClockName as Names,
  type ClockLimit,
  type ClockLimits,
  type ClockName,
} from '#contract/clockLimits'
import type { Ladder } from '#contract/complaintLadder'
import type { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import type { Due, Pause } from './clock.ts'

/** Limits by which clocks that are over stay judged, whatever set the complaint has now. */
export type KeptLimits = { readonly [N in ClockName]?: ClockLimits[N] | undefined }

/** Of clocks that were judged when they were over: when they were due by that. */
export type StoodDues = { readonly [N in ClockName]?: Instant | null }

/** What the clocks of a complaint are worked out from. */
export interface Timed {
  readonly limits: ClockLimits
  /** Of clocks that were over under other limits: the limit they are judged by. */
  readonly kept?: KeptLimits
  /** Of clocks that were judged: what stands of it (decision 0035). */
  readonly stood?: StoodDues
  readonly received: Instant
  /** Received, or taken up again after it was settled. */
  readonly from: Instant
  /** When each was met; the close clock by being settled. */
  readonly met: Readonly<Record<ClockName, Instant | null>>
  /** Nobody works on it any more: what was not met by then is over as well. */
  readonly settled?: boolean
  readonly pauses: readonly Pause[]
  readonly state: StateCode
  /** Parts of the time at which a clock warns, in per cent; as shipped where none are named. */
  readonly shares?: Ladder['shares']
  /** Settled before it came in from a sheet that does not say when these were met. */
  readonly unmeasured?: readonly ClockName[]
}

/**
 * What is kept when a complaint comes to have other limits: of every clock that is over the limit by
 * which it was judged until now, so that neither a graver nor a milder set turns what was in time
 * into late, or the other way round. Of a clock that still runs, nothing. Ours.
 * @param before the limits and what of them was kept until now
 */
export function keptLimits(
  before: Pick<Timed, 'limits' | 'kept' | 'met' | 'settled'>,
  after: ClockLimits,
): KeptLimits {
  const kept: Partial<ClockLimits> = {}
  for (const name of Names.options) {
    if (!isOver(before, name)) continue
    const limit = limitOf(before, name)
    if (!isSameLimit(limit, after[name])) kept[name] = limit
  }
  return kept
}

/** The limit of a clock that is over: the one that was kept, else that of its set. */
export function limitOf(
  { limits, kept }: Pick<Timed, 'limits' | 'kept'>,
  name: ClockName,
): ClockLimit | null {
  const own = kept?.[name]
  return own === undefined ? limits[name] : own
}

/** Whether two limits ask the same. */
export function isSameLimit(one: ClockLimit | null, other: ClockLimit | null): boolean {
  return one?.amount === other?.amount && one?.unit === other?.unit && one?.pauses === other?.pauses
}

/** Progress is told again and again; it is over when the complaint is settled. */
export function metOf(met: Timed['met'], name: ClockName): Instant | null {
  return name === 'progress' ? met.close : met[name]
}

/** It was met, or the complaint was settled without it: it is judged, and that stands. */
export function isOver({ met, settled }: Pick<Timed, 'met' | 'settled'>, name: ClockName): boolean {
  return settled === true || metOf(met, name) !== null
}

/**
 * When a clock is due: of one that was judged when it was over, what was due then, whatever days and
 * limits the office has since; of any other what counting it today comes to.
 * @param today the same object where that is what stands
 */
export function stoodDue(timed: Timed, name: ClockName, today: Due | null): Due | null {
  const stood = isOver(timed, name) ? timed.stood?.[name] : undefined
  if (stood === undefined || stood === (today?.at ?? null)) return today
  return stood === null ? null : { at: stood, pausedFor: today?.pausedFor ?? 0, days: [] }
}

/** Beside the names of clocks: that the set a settled complaint was judged by stands. */
const settledMark = 'set'

/** As it is kept: the clocks that are over and were counted, and whether its set stands. */
export function judgedOf(timed: Pick<Timed, 'met' | 'settled' | 'unmeasured'>): string {
  const names = Names.options.filter(
    (name) => isOver(timed, name) && timed.unmeasured?.includes(name) !== true,
  )
  return [...names, ...(timed.settled === true ? [settledMark] : [])].join(' ')
}

/** What is kept of it, read again. */
export function readJudged(judged: string): {
  readonly clocks: readonly ClockName[]
  readonly isSetStanding: boolean
} {
  const parts = judged.split(' ')
  return {
    clocks: Names.options.filter((name) => parts.includes(name)),
    isSetStanding: parts.includes(settledMark),
  }
}
