import { ClockTime, PlainDate } from '#contract/values'

/** The day it is in Malaysia, eight hours ahead of UTC all year. */
export function todayInMalaysia(now = Date.now()): PlainDate {
  return PlainDate.parse(new Date(now + 8 * 3_600_000).toISOString().slice(0, 10))
}

/** The time of day it is in Malaysia, to the minute. */
export function timeInMalaysia(now = Date.now()): ClockTime {
  return ClockTime.parse(new Date(now + 8 * 3_600_000).toISOString().slice(11, 16))
}

/** Milliseconds from a moment to the next midnight in Malaysia, eight hours ahead of UTC. */
export function untilMidnight(now: number): number {
  const day = 86_400_000
  return day - ((now + 8 * 3_600_000) % day)
}
