import { RRuleTemporal } from 'rrule-temporal'
import type { Weekday } from '#contract/days'
import { type MonthDay, type Repeat, type SeriesRule } from '#contract/postSeries'
import { PlainDate } from '#contract/values'

const weekdayCodes: Readonly<Record<Weekday, string>> = {
  ...{ monday: 'MO', tuesday: 'TU', wednesday: 'WE', thursday: 'TH', friday: 'FR' },
  ...{ saturday: 'SA', sunday: 'SU' },
}

/** Every month has so many days. */
const shortestMonth = 28

/** A repetition as RFC 5545 writes it (3.3.10), without its end. */
export function recurrenceOf(repeat: Repeat): string {
  const parts = [`INTERVAL=${String(repeat.every)}`]
  if (repeat.unit === 'day') return ['FREQ=DAILY', ...parts].join(';')
  if (repeat.unit === 'week') {
    const days = repeat.weekdays.map((weekday) => weekdayCodes[weekday]).join(',')
    return ['FREQ=WEEKLY', ...parts, `BYDAY=${days}`, 'WKST=MO'].join(';')
  }
  return ['FREQ=MONTHLY', ...parts, ...monthParts(repeat.on)].join(';')
}

function monthParts(on: MonthDay): string[] {
  if (on.by === 'last') return ['BYMONTHDAY=-1']
  if (on.by === 'weekday') return [`BYDAY=${String(on.nth)}${weekdayCodes[on.weekday]}`]
  if (on.short === 'skip' || on.day <= shortestMonth) return [`BYMONTHDAY=${String(on.day)}`]
  // The greatest of these days that the month has: the wanted one, or its last.
  const days = Array.from({ length: on.day - shortestMonth + 1 }, (_, at) => shortestMonth + at)
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1']
}

/** How far to look: the last day that may come, and how many are wanted at most. */
export interface Reach {
  readonly to?: PlainDate | undefined
  readonly limit: number
}

/** How many years of a rule are looked at: one that gives no day in them is given up. */
const longestYears = 20

/** The days that a repetition itself gives, `from` on. */
function recurring(repeat: Repeat, from: PlainDate, { to, limit }: Reach): PlainDate[] {
  const farthest = `${String(Number(from.slice(0, 4)) + longestYears)}${from.slice(4)}`
  const until = to !== undefined && to < farthest ? to : farthest
  const rule = new RRuleTemporal({
    rruleString: [
      `DTSTART;VALUE=DATE:${compact(from)}`,
      `RRULE:${recurrenceOf(repeat)};UNTIL=${compact(until)}`,
    ].join('\n'),
  })
  return rule
    .all((_, place) => place < limit)
    .map((moment) => PlainDate.parse(moment.toString().slice(0, 10)))
}

/** As iCalendar writes a day. */
function compact(day: string): string {
  return day.replaceAll('-', '')
}

/**
 * The days of a series. Its first day is always one of them: the post it was made of stands there,
 * also where the rule itself gives other days. The end counts that first day.
 */
export function daysOf(
  { repeat, end }: SeriesRule,
  startsOn: PlainDate,
  { to, limit }: Reach,
): PlainDate[] {
  const most = end.by === 'count' ? Math.min(limit, end.count) : limit
  const last = [to, end.by === 'day' ? end.day : undefined]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(0)
  const later = recurring(repeat, startsOn, { to: last, limit: most }).filter(
    (day) => day !== startsOn,
  )
  const days = [startsOn, ...later].slice(0, most)
  return last === undefined ? days : days.filter((day) => day <= last)
}

/** The first day on or after `from` that the repetition itself gives; null where it gives none. */
export function firstDayOf(repeat: Repeat, from: PlainDate): PlainDate | null {
  return recurring(repeat, from, { limit: 1 })[0] ?? null
}
