import type { Holiday } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'

/** More states than these are only counted. */
const mostStates = 3

/** The holidays of each day, those of the whole country first; what the office took out is left out. */
export function holidaysByDay(holidays: readonly Holiday[]): ReadonlyMap<PlainDate, Holiday[]> {
  const days = new Map<PlainDate, Holiday[]>()
  for (const holiday of holidays) {
    if (holiday.removed) continue
    days.set(holiday.date, [...(days.get(holiday.date) ?? []), holiday])
  }
  for (const [day, all] of days) {
    days.set(
      day,
      all.toSorted((one, other) => other.states.length - one.states.length),
    )
  }
  return days
}

/** Words for the states something is kept in. */
export interface WhereWords {
  readonly stateName: (state: StateCode) => string
  /** `12 negeri` */
  readonly states: (count: number) => string
}

export interface HolidayWords extends WhereWords {
  readonly nameOf: (holiday: Holiday) => string
}

/** `Deepavali (kecuali …)` is not told: where fewer than all keep it, the states or their number. */
export function holidayText(holiday: Holiday, words: HolidayWords, allStates: number): string {
  return `${words.nameOf(holiday)}${whereText(holiday.states, words, allStates)}`
}

/** What follows a name: ` (Perak, Selangor)`, or nothing for the whole country. */
export function whereText(
  states: readonly StateCode[],
  words: WhereWords,
  allStates: number,
): string {
  if (states.length >= allStates) return ''
  const where =
    states.length <= mostStates
      ? states.map(words.stateName).join(', ')
      : words.states(states.length)
  return ` (${where})`
}
