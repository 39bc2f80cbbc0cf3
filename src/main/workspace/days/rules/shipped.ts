import type { Doubt, HolidayInput } from '#contract/days'
import type { HolidayReference } from '../reference.ts'
import { yearOf } from './dates.ts'
import { forecastHolidays } from './forecast.ts'
import { groupBy, keyOf, type ShippedHoliday } from './shippedHoliday.ts'

/** Everything a reference file says: the listed years, and for others what can be computed. */
export function shippedHolidays(reference: HolidayReference): ShippedHoliday[] {
  return [...listedHolidays(reference), ...forecastHolidays(reference)]
}

/** Dates of one holiday that differ only in how well they are supported become one. */
function listedHolidays(reference: HolidayReference): ShippedHoliday[] {
  return Object.entries(reference.holidays).flatMap(([key, { ms, en, kind, dates }]) => {
    const placeInYear = new Map<number, number>()
    const inOrder = dates.toSorted(([one], [other]) => (one < other ? -1 : 1))
    return [...groupBy(inOrder, ([date]) => date).values()].flatMap((entries): ShippedHoliday[] => {
      const [first] = entries
      if (first === undefined) return []
      const [date] = first
      const place = (placeInYear.get(yearOf(date)) ?? 0) + 1
      placeInYear.set(yearOf(date), place)
      const named = new Set(entries.flatMap(([, , , sources]) => sources.split(' ')))
      return [
        {
          key: keyOf(key, yearOf(date), place),
          date,
          name: ms,
          nameEn: en,
          kind,
          states: entries.flatMap(([, states]) => states).sort(),
          doubts: Object.fromEntries(
            entries
              .filter(([, , agreeing]) => agreeing < 2)
              .flatMap(([, states, agreeing]) => states.map((state) => [state, doubtOf(agreeing)])),
          ),
          sources: [...named].map((source) => reference.sources[source] ?? source),
        },
      ]
    })
  })
}

/** What no list names was worked out by rule, as a forecast is. */
function doubtOf(agreeing: number): Doubt {
  return agreeing === 1 ? 'one-source' : 'forecast'
}

/** An entry of the shipped list as the office would have entered it; null when it is gone. */
export function shippedInput(reference: HolidayReference, key: string): HolidayInput | null {
  const found = shippedHolidays(reference).find((holiday) => holiday.key === key)
  if (found === undefined) return null
  const { date, name, nameEn, kind, states } = found
  return { date, name, nameEn, kind, states: [...states], reference: null }
}
