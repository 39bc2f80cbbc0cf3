import type { ComplaintStatus } from '#contract/complaintStatus'
import type { Instant } from '#contract/values'

/** An answer that left. */
export interface Told {
  readonly at: Instant
  /** Statuses that its standard words tell of; null: in free words. */
  readonly statuses: readonly ComplaintStatus[] | null
}

/** What somebody who complained may have been told since. */
export interface Telling {
  readonly status: ComplaintStatus
  readonly settledAt: Instant
  /** Received, or taken up again. */
  readonly clocksFrom: Instant
  readonly answers: readonly Told[]
  /** Moments of what was recorded as told, by telephone or at the counter. */
  readonly recorded: readonly (Instant | null)[]
}

/** Nobody gave a name and no public comment stands anywhere: nobody can be answered. */
export function isUnreachable(complainantId: string | null, link: string): boolean {
  return complainantId === null && link === ''
}

/**
 * Whether a complainant was told how it ended ("closed is not fixed", decision 0029). What was
 * resolved is told by whatever is sent, or recorded as told, once it is resolved. What went another
 * way out is told by the answer that says so, also where that left before; by free words, or by word
 * of mouth, only afterwards.
 */
export function isTold({ status, settledAt, clocksFrom, answers, recorded }: Telling): boolean {
  const isSince = (at: Instant) => at >= settledAt || (isWhole(at) && at >= minuteOf(settledAt))
  const sent = new Set<string>(answers.map(({ at }) => at))
  // What an answer met is judged with the answer.
  if (recorded.some((at) => at !== null && !sent.has(at) && isSince(at))) return true
  if (status === 'resolved' || status === 'closed') return answers.some(({ at }) => isSince(at))
  return answers.some(({ at, statuses }) =>
    statuses === null ? isSince(at) : statuses.includes(status) && at >= clocksFrom,
  )
}

/** A person names whole minutes; what happens now has its milliseconds. */
function isWhole(at: Instant): boolean {
  return at === minuteOf(at)
}

function minuteOf(at: Instant): string {
  return `${at.slice(0, 16)}:00.000Z`
}
