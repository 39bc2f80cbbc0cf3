import { useQuery as useColadaQuery } from '@pinia/colada'
import { computed, type ComputedRef } from 'vue'
import { holidayYears, type Holiday } from '#contract/days'
import type { Period } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { useWorkspace } from '../../workspace/calls'
import { queryKey } from '../../workspace/useQuery'
import { yearsOf } from '../calendarDays'
import { holidaysByDay } from './holidayView'

/** The holidays of each day of all the years a period touches, the widest first. */
export function useHolidaysByDay(
  period: () => Period | null,
): ComputedRef<ReadonlyMap<PlainDate, readonly Holiday[]>> {
  const workspace = useWorkspace()
  const years = computed(() => {
    const asked = period()
    return asked === null
      ? []
      : yearsOf(asked).filter((year) => holidayYears.first <= year && year <= holidayYears.last)
  })
  const { data } = useColadaQuery<Holiday[]>({
    key: () => queryKey('days', 'holidays', { years: years.value }),
    query: async () =>
      (
        await Promise.all(years.value.map((year) => workspace.days.holidays({ year, state: null })))
      ).flatMap(({ holidays }) => holidays),
    placeholderData: (previous: Holiday[] | undefined) => previous,
  })
  return computed(() => holidaysByDay(data.value ?? []))
}
