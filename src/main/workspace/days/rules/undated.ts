import type { Holiday, ListState, Undated, YearState } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { HolidayReference } from '../reference.ts'
import { yearOf } from './dates.ts'
import { groupBy } from './shippedHoliday.ts'

/** How much the shipped list knows of a year. */
export function listState(reference: HolidayReference, year: number): ListState {
  const within = ({ from, to }: { from: number; to: number }) => from <= year && year <= to
  if (within(reference.listed)) return 'listed'
  return within(reference.forecast) ? 'forecast' : 'none'
}

/**
 * What a year outside the list will have (going by the listed year nearest to it) and has no date
 * for yet. The office's own entries of the same name count as known, state by state.
 * @param entered the year's holidays that count
 * @param only the one state that is asked about; null for all
 */
export function yearState(
  reference: HolidayReference,
  year: number,
  entered: readonly Holiday[],
  only: StateCode | null,
): YearState {
  const list = listState(reference, year)
  if (list === 'listed') return { year, list, undated: [] }
  const nearest = year < reference.listed.from ? reference.listed.from : reference.listed.to
  const undated = yearlyHolidays(reference, nearest).map((holiday) => ({
    ...holiday,
    states: holiday.states.filter(
      (state) =>
        (only === null || state === only) &&
        !entered.some(({ name, states }) => name === holiday.name && states.includes(state)),
    ),
  }))
  return { year, list, undated: undated.filter(({ states }) => states.length > 0) }
}

/** The federal and state holidays of a listed year, each name once, in the order of the year. */
function yearlyHolidays(reference: HolidayReference, year: number): Undated[] {
  const found = Object.values(reference.holidays)
    .filter(({ kind }) => kind === 'federal' || kind === 'state')
    .flatMap(({ ms, en, kind, dates }) =>
      dates
        .filter(([date]) => yearOf(date) === year)
        .map(([date, states]) => ({ date, name: ms, nameEn: en, kind, states })),
    )
    .sort((one, other) => (one.date < other.date ? -1 : 1))
  return [...groupBy(found, ({ name }) => name).values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { name, nameEn, kind } = first
    return [{ name, nameEn, kind, states: [...new Set(same.flatMap((one) => one.states))].sort() }]
  })
}
