import { ClockTime, Instant, PlainDate } from '#contract/values'

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

/**
 * The first and the last instant of a minute in Malaysia; of the whole day where no time is said.
 * Both belong to it, to the millisecond.
 */
export function instantsOf(
  day: PlainDate,
  time: ClockTime | null,
): { readonly first: Instant; readonly last: Instant } {
  const first = Date.parse(`${day}T${time ?? '00:00'}:00.000Z`) - ahead
  const length = time === null ? 86_400_000 : 60_000
  const at = (milliseconds: number) => Instant.parse(new Date(milliseconds).toISOString())
  return { first: at(first), last: at(first + length - 1) }
}
