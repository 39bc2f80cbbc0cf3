import type { ClockLimit } from '#contract/clockLimits'
import type { DayHoliday, WeekendRule } from '#contract/days'
import type { StateCode } from '#contract/states'
import { Instant, type PlainDate } from '#contract/values'
import { stateDay, type DayCalendar } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'

/** A time in which a clock stands still; `until` is null while it does. */
export interface Pause {
  readonly from: Instant
  readonly until: Instant | null
}

/** One day of a count: counted, or why not. */
export interface ClockDay {
  readonly date: PlainDate
  readonly counted: boolean
  /** The clock stood still at the end of it. */
  readonly paused: boolean
  readonly weekend: WeekendRule | null
  readonly holidays: readonly DayHoliday[]
}

/** When something is due, and how that was found. */
export interface Due {
  readonly at: Instant
  /** Time that was subtracted, in milliseconds; of limits in hours alone. */
  readonly pausedFor: number
  /** Every day after the first one, up to the day on which it is due; of limits in days alone. */
  readonly days: readonly ClockDay[]
}

/**
 * When something begun at `start` is due.
 *
 * Hours pass day and night; what a pause takes is added. Days are counted from the day after
 * `start`, in Malaysia, and end at midnight: one at whose end the clock stands still is not counted,
 * and, of working days, neither is a day off of the state. A pause on the last day therefore moves
 * it behind the day of resumption at the least: nothing is late at the moment it goes on (ours).
 * @param now a pause that lasts is counted up to here
 */
export function dueOf(
  limit: ClockLimit,
  start: Instant,
  pauses: readonly Pause[],
  now: Instant,
  calendar: DayCalendar,
  state: StateCode,
): Due {
  const stood = limit.pauses ? merged(pauses, start, now) : []
  if (limit.unit === 'elapsed-hours') return dueInHours(limit.amount, start, stood)
  const days: ClockDay[] = []
  let date = malaysianTime(start).day
  for (let left = limit.amount; left > 0;) {
    date = addDays(date, 1)
    const { working, weekend, holidays } = stateDay(calendar, state, date)
    const paused = isWithin(stood, endOf(date))
    const counted = !paused && (working || limit.unit === 'calendar-days')
    days.push({ date, counted, paused, weekend, holidays })
    if (counted) left -= 1
  }
  return { at: toInstant(endOf(date)), pausedFor: 0, days }
}

const hour = 3_600_000

function dueInHours(amount: number, start: Instant, stood: readonly Span[]): Due {
  let at = Date.parse(start) + amount * hour
  let pausedFor = 0
  for (const [from, until] of stood) {
    if (from >= at) break
    at += until - from
    pausedFor += until - from
  }
  return { at: toInstant(at), pausedFor, days: [] }
}

/** From and up to (not with) moments in milliseconds since 1970. */
type Span = readonly [from: number, until: number]

/** The pauses as spans that do not overlap, in their order, from the start of the clock on. */
function merged(pauses: readonly Pause[], start: Instant, now: Instant): Span[] {
  const spans: Span[] = []
  const sorted = pauses
    .map(({ from, until }): Span => [
      Math.max(Date.parse(from), Date.parse(start)),
      Date.parse(until ?? now),
    ])
    .filter(([from, until]) => from < until)
    .toSorted(([a], [b]) => a - b)
  for (const [from, until] of sorted) {
    const last = spans.at(-1)
    if (last !== undefined && from <= last[1]) {
      spans[spans.length - 1] = [last[0], Math.max(last[1], until)]
    } else spans.push([from, until])
  }
  return spans
}

function isWithin(spans: readonly Span[], moment: number): boolean {
  return spans.some(([from, until]) => from < moment && moment <= until)
}

/** Midnight after a Malaysian day, in milliseconds since 1970. */
function endOf(date: PlainDate): number {
  return Date.parse(`${addDays(date, 1)}T00:00:00.000+08:00`)
}

function toInstant(moment: number): Instant {
  return Instant.parse(new Date(moment).toISOString())
}

/** Which part of its time a clock has used, from 0 on; 1 when it is due. Pauses use none. */
export function usedShare(
  { at }: Pick<Due, 'at'>,
  start: Instant,
  pauses: readonly Pause[],
  now: Instant,
): number {
  const until = (moment: number): number =>
    moment -
    Date.parse(start) -
    merged(pauses, start, now)
      .map(([from, end]) => Math.max(0, Math.min(end, moment) - from))
      .reduce((sum, part) => sum + part, 0)
  const whole = until(Date.parse(at))
  return whole <= 0 ? 1 : Math.max(0, until(Date.parse(now)) / whole)
}

/**
 * The moment at which a clock has used a part of its time: `usedShare` the other way round.
 * @param share from 0 to 1
 */
export function momentOfShare(
  share: number,
  { at }: Pick<Due, 'at'>,
  start: Instant,
  pauses: readonly Pause[],
  now: Instant,
): Instant {
  const [begun, due] = [Date.parse(start), Date.parse(at)]
  const spans = merged(pauses, start, now)
  const stood = spans
    .map(([from, end]) => Math.max(0, Math.min(end, due) - from))
    .reduce((sum, part) => sum + part, 0)
  // To the whole millisecond after: the part is used by then.
  let moment = begun + Math.ceil(share * Math.max(0, due - begun - stood))
  for (const [from, until] of spans) {
    if (from >= moment) break
    moment += until - from
  }
  return toInstant(moment)
}
