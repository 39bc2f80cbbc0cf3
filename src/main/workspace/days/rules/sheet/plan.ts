import type { Holiday, HolidayInput } from '#contract/days'
import type { RejectedHoliday } from '#contract/holidayImports'
import { folded } from '../../../sheets/fold.ts'

/** A holiday of a sheet, and its row. */
export interface WantedHoliday {
  readonly row: number
  readonly holiday: HolidayInput
}

/** What is to be added so that the rows stand in the list. */
export interface HolidayPlan {
  readonly added: readonly HolidayInput[]
  readonly same: number
  /** Days off already, under another name. */
  readonly warned: readonly RejectedHoliday[]
}

/** @param there what counts on the days of the rows */
export function planHolidays(
  wanted: readonly WantedHoliday[],
  there: readonly Holiday[],
): HolidayPlan {
  const added: HolidayInput[] = []
  const warned: RejectedHoliday[] = []
  let same = 0
  for (const { row, holiday } of wanted) {
    const onDay = there.filter(({ date }) => date === holiday.date)
    const named = onDay.filter(({ name }) => folded(name) === folded(holiday.name))
    const listed = new Set(named.flatMap(({ states }) => states))
    const states = holiday.states.filter((state) => !listed.has(state))
    if (states.length === 0) {
      same += 1
      continue
    }
    const other = onDay.find(
      (each) => !named.includes(each) && each.states.some((state) => states.includes(state)),
    )
    if (other !== undefined) {
      warned.push({ row, field: null, heading: '', problem: 'other-name', value: other.name })
    }
    added.push({ ...holiday, states })
  }
  return { added, same, warned }
}

/** Rows of which an earlier one says the same day and name for a state of theirs. */
export function repeatedRows(wanted: readonly WantedHoliday[]): RejectedHoliday[] {
  const first = new Map<string, number>()
  return wanted.flatMap(({ row, holiday }) => {
    const keys = holiday.states.map((state) =>
      [holiday.date, folded(holiday.name), state].join(' '),
    )
    const earlier = keys.map((key) => first.get(key)).find((found) => found !== undefined)
    for (const key of keys) first.set(key, first.get(key) ?? row)
    return earlier === undefined
      ? []
      : [
          {
            row,
            field: null,
            heading: '',
            problem: 'repeated-row' as const,
            value: String(earlier),
          },
        ]
  })
}
