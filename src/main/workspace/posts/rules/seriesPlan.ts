import { mostMadeAtOnce, type SeriesRule } from '#contract/postSeries'
import { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../../days/rules/dates.ts'
import { daysOf } from './seriesDays.ts'

/**
 * How far posts are made ahead (ours). A series that ends is made whole, as far as one command may;
 * one without end for a year, and further as soon as less than half a year of it is left: seldom
 * enough that nobody is disturbed, early enough that approval and production have their time.
 */
const monthsAhead = 12
const monthsLeft = 6

/** A series as far as the making of its posts goes. */
export interface Made {
  readonly rule: SeriesRule
  readonly startsOn: PlainDate
  readonly madeTo: PlainDate
}

/** More days than any series of a workspace will ever have; all of one that ends lie below it. */
const everyDay = 20_000

/** The days of which posts are made at once when a series begins, or goes on by another rule. */
export function daysAtFirst(
  rule: SeriesRule,
  startsOn: PlainDate,
  today: PlainDate,
  { far = today, most = mostMadeAtOnce }: { far?: PlainDate | undefined; most?: number } = {},
): PlainDate[] {
  const from = startsOn > today ? startsOn : today
  const year = monthsAfter(from, monthsAhead)
  const to = far > year ? far : year
  return daysOf(rule, startsOn, { to: rule.end.by === 'never' ? to : undefined, limit: most })
}

/** The days that are still to be made up to a day, at most as many as one command may. */
export function daysToMake({ rule, startsOn, madeTo }: Made, to: PlainDate): PlainDate[] {
  return daysOf(rule, startsOn, { to, limit: everyDay })
    .filter((day) => day > madeTo)
    .slice(0, mostMadeAtOnce)
}

/** Up to which day posts are made now; null as long as enough of them lie ahead. */
export function dueTo({ madeTo }: Made, today: PlainDate): PlainDate | null {
  return madeTo < monthsAfter(today, monthsLeft) ? monthsAfter(today, monthsAhead) : null
}

/** Up to which day posts are made where a person asks for more. */
export function furtherTo({ madeTo }: Made): PlainDate {
  return monthsAfter(madeTo, monthsAhead)
}

/** Whether the rule has a day after the last one that was made. */
export function goesOn({ rule, startsOn, madeTo }: Made): boolean {
  const through = daysOf(rule, startsOn, { to: madeTo, limit: everyDay }).length
  return daysOf(rule, startsOn, { limit: through + 1 }).length > through
}

/** How many days a series has; null: it never ends. */
export function totalOf(rule: SeriesRule, startsOn: PlainDate): number | null {
  if (rule.end.by === 'never') return null
  return daysOf(rule, startsOn, { limit: everyDay }).length
}

/** Which day of the series a day is, from 1; null where it is none of them. */
export function numberOf(
  rule: SeriesRule,
  startsOn: PlainDate,
  to: PlainDate,
): (day: PlainDate) => number | null {
  const numbers = new Map(
    daysOf(rule, startsOn, { to, limit: everyDay }).map((day, place) => [day, place + 1]),
  )
  return (day) => numbers.get(day) ?? null
}

/** The same rule as two: one that ends the day before, and one that goes on from a day of it. */
export function splitRule(
  rule: SeriesRule,
  startsOn: PlainDate,
  day: PlainDate,
): { before: SeriesRule; after: SeriesRule } {
  const { end } = rule
  const before: SeriesRule = { ...rule, end: { by: 'day', day: addDays(day, -1) } }
  if (end.by !== 'count') return { before, after: rule }
  const passed = daysOf(before, startsOn, { limit: end.count }).length
  return { before, after: { ...rule, end: { by: 'count', count: end.count - passed } } }
}

/** The same day so many months later, or the last of that month where it has no such day. */
export function monthsAfter(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
  const wanted = `${lastOfMonth.slice(0, 8)}${day.slice(8)}`
  return PlainDate.parse(wanted < lastOfMonth ? wanted : lastOfMonth)
}

/** Days from one day to another. */
export function distance(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}
