import { computed } from 'vue'
import { CountedDate, holidayYears } from '#contract/days'
import type { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { useQuery } from '../../workspace/useQuery'
import { yearOf } from '../calendarDays'
import { useDayMarks } from '../grid/useDayMarks'
import { holidaysOf, weekendsOf } from './yearView'

/** What stands behind the days of a year: holidays and weekly days off of a state, notes, blackouts. */
export function useYearDays(year: () => number, state: () => StateCode) {
  const holidays = useQuery('days', 'holidays', () =>
    year() >= holidayYears.first && year() <= holidayYears.last
      ? { year: year(), state: null }
      : null,
  )
  const stateDays = useQuery(
    'days',
    'range',
    () => {
      const { from, to } = yearOf(firstOf(year()))
      const [first, last] = [from, to].map((end) => CountedDate.safeParse(end))
      return first?.success && last?.success
        ? { state: state(), from: first.data, to: last.data }
        : null
    },
    { keepPrevious: true },
  )
  return {
    behind: useDayMarks(() => yearOf(firstOf(year()))),
    free: computed(() => holidaysOf(holidays.data.value?.holidays ?? [], state())),
    weekends: computed(() => weekendsOf(stateDays.data.value ?? [])),
  }
}

/** The first day of a year. */
export function firstOf(year: number): PlainDate {
  return PlainDate.parse(`${String(year).padStart(4, '0')}-01-01`)
}
