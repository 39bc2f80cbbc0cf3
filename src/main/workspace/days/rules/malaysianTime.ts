import { ClockTime, PlainDate } from '#contract/values'

/** Malaysia is eight hours ahead of UTC all year. */
const ahead = 8 * 3_600_000

/** Day and time of day in Malaysia at a moment. */
export function malaysianTime(instant: string): {
  readonly day: PlainDate
  readonly time: ClockTime
} {
  const there = new Date(Date.parse(instant) + ahead).toISOString()
  return { day: PlainDate.parse(there.slice(0, 10)), time: ClockTime.parse(there.slice(11, 16)) }
}
