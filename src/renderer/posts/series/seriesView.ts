import { Weekday } from '#contract/days'
import type { PostId } from '#contract/postIds'
import {
  SeriesRule,
  type MonthDay,
  type Series,
  type Repeat,
  type SeriesEffect,
  type SeriesEnd,
} from '#contract/postSeries'
import type { PlainDate } from '#contract/values'

/** A repetition as the form holds it: every part there is, also those that are not shown. */
export interface RuleForm {
  readonly every: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
  readonly weekdays: readonly Weekday[]
  readonly by: MonthDay['by']
  readonly monthDay: number
  readonly short: 'skip' | 'last'
  readonly nth: NthKey
  readonly weekday: Weekday
  readonly end: SeriesEnd['by']
  readonly endDay: PlainDate | null
  readonly endCount: number
}

/** Which of the Mondays of a month, in their order. */
export const nthKeys = ['first', 'second', 'third', 'fourth', 'last'] as const
export type NthKey = (typeof nthKeys)[number]
export const repeatUnits = ['day', 'week', 'month', 'year'] as const
export const monthWays = ['day', 'weekday', 'last'] as const
export const endWays = ['count', 'day', 'never'] as const
/** In the order of a Malaysian calendar's week. */
export const weekdaysShown: readonly Weekday[] = [
  ...Weekday.options.slice(1),
  ...Weekday.options.slice(0, 1),
]

/** Days that every month has. */
export const surelyThere = 28

/** What is offered for a post of this day: once a month, on the weekday that it has. */
export function formFor(day: PlainDate): RuleForm {
  const date = new Date(`${day}T00:00:00Z`)
  const monthDay = date.getUTCDate()
  const weekday = Weekday.options[date.getUTCDay()] ?? 'monday'
  const nth = nthKeys[Math.ceil(monthDay / 7) - 1] ?? 'last'
  return {
    ...{ every: 1, unit: 'month', weekdays: [weekday] },
    ...{ by: 'weekday', monthDay, short: 'last', nth, weekday },
    ...{ end: 'count', endDay: null, endCount: 12 },
  }
}

/** A rule that is there already, on the form of a post of this day. */
export function formOfRule({ repeat, end }: SeriesRule, day: PlainDate): RuleForm {
  const form = { ...formFor(day), ...formOfEnd(end) }
  if (repeat.unit === 'day') return { ...form, unit: 'day', every: repeat.every }
  if (repeat.unit === 'week') {
    return { ...form, unit: 'week', every: repeat.every, weekdays: repeat.weekdays }
  }
  const isYearly = repeat.every % 12 === 0
  return {
    ...form,
    unit: isYearly ? 'year' : 'month',
    every: isYearly ? repeat.every / 12 : repeat.every,
    ...formOfMonth(repeat.on),
  }
}

function formOfEnd(end: SeriesEnd): Partial<RuleForm> {
  if (end.by === 'day') return { end: 'day', endDay: end.day }
  if (end.by === 'count') return { end: 'count', endCount: end.count }
  return { end: 'never' }
}

function formOfMonth(on: MonthDay): Partial<RuleForm> {
  if (on.by === 'last') return { by: 'last' }
  if (on.by === 'day') return { by: 'day', monthDay: on.day, short: on.short }
  return { by: 'weekday', nth: nthKeyOf(on.nth), weekday: on.weekday }
}

/** The word for a place in a month. */
export function nthKeyOf(nth: (typeof nthOf)[NthKey]): NthKey {
  return nthKeys.find((key) => nthOf[key] === nth) ?? 'last'
}

const nthOf = { first: 1, second: 2, third: 3, fourth: 4, last: -1 } as const

/** The rule that a form means; null while something of it is missing or out of bounds. */
export function ruleOf(form: RuleForm): SeriesRule | null {
  return SeriesRule.safeParse({ repeat: repeatOf(form), end: endOf(form) }).data ?? null
}

/** Not checked yet: a number field may be empty. */
function repeatOf({ unit, every, weekdays, ...form }: RuleForm): Repeat {
  if (unit === 'day') return { unit, every }
  if (unit === 'week') {
    return { unit, every, weekdays: weekdaysShown.filter((day) => weekdays.includes(day)) }
  }
  return { unit: 'month', every: unit === 'year' ? every * 12 : every, on: monthOf(form) }
}

function monthOf(form: Pick<RuleForm, 'by' | 'monthDay' | 'short' | 'nth' | 'weekday'>): MonthDay {
  if (form.by === 'last') return { by: 'last' }
  if (form.by === 'weekday') return { by: 'weekday', nth: nthOf[form.nth], weekday: form.weekday }
  return { by: 'day', day: form.monthDay, short: form.short }
}

function endOf({ end, endDay, endCount }: RuleForm): SeriesEnd | null {
  if (end === 'never') return { by: 'never' }
  if (end === 'count') return { by: 'count', count: endCount }
  return endDay === null ? null : { by: 'day', day: endDay }
}

/** A rule as it goes on from one of its posts: what came before it no longer counts. */
export function ruleFrom({ rule, posts }: Pick<Series, 'rule' | 'posts'>, id: PostId): SeriesRule {
  const number = posts.find((each) => each.id === id)?.number ?? 1
  if (rule.end.by !== 'count') return rule
  return { ...rule, end: { by: 'count', count: Math.max(1, rule.end.count - number + 1) } }
}

/** What of an effect is worth a word, in the order in which it is said. */
export const effectParts = ['made', 'changed', 'moved', 'trashed', 'approved', 'kept'] as const

/** Whether anything happens to a post. */
export function hasEffect(effect: SeriesEffect): boolean {
  return effectParts.some((part) => part !== 'kept' && effect[part] > 0)
}
