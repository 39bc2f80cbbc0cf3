import type { WeekendRule } from '#contract/days'
import { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { shippedWeekends } from '../reference.ts'
import { weekdayOf } from './dates.ts'

const rulesByState = new Map(StateCode.options.map((state) => [state, rulesOf(state)]))

/**
 * The rule by which a day is one of the state's weekly days off, or null on a day that is not.
 * Saturday and Sunday; Friday and Saturday in Kedah, Kelantan and Terengganu, and in Johor from
 * 1 January 2014 to 31 December 2024 (ours: common knowledge; The Star 2013-11-23, Malay Mail
 * 2024-10-07). Before the first rule of a state, its first one is taken.
 */
export function weekend(state: StateCode, date: PlainDate): WeekendRule | null {
  const rules = rulesByState.get(state) ?? []
  const rule = rules.findLast(({ from }) => from <= date) ?? rules[0]
  return rule?.days.includes(weekdayOf(date)) === true ? rule : null
}

function rulesOf(state: StateCode): WeekendRule[] {
  return shippedWeekends
    .filter(({ states }) => states.includes(state))
    .map(({ from, to, days }) => ({ from, to, days }))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
}
