import { computed } from 'vue'
import type { Cycle } from '#contract/cycles'
import type { WeekStart } from '#contract/planning'
import { StateCode } from '#contract/states'
import { useQuery } from '../../workspace/useQuery'
import { addDays } from '../calendarDays'
import { useHolidaysByDay } from '../grid/useHolidays'
import { useHolidayText } from '../grid/useHolidayText'
import { weeksOfCycle } from './roadView'
import { holidaysOfWeeks } from './weekHolidays'

/** What stands behind the bands of a cycle: its weeks, their holidays, its notes and blackouts. */
export function useRoadDays(cycle: () => Cycle, starts: () => WeekStart) {
  const weeks = computed(() => weeksOfCycle(cycle(), starts()))
  const byDay = useHolidaysByDay(() => {
    const [first, last] = [weeks.value[0], weeks.value.at(-1)]
    return first && last ? { from: first, to: addDays(last, 6) } : null
  })
  const textOf = useHolidayText()
  const notes = useQuery('planning', 'notes', () => {
    const { phases } = cycle()
    const [first, last] = [phases[0], phases.at(-1)]
    return first && last ? { from: first.startsOn, to: last.endsOn } : null
  })
  return {
    /** Their first days, in their order. */
    weeks,
    /** By the first days of their weeks. */
    holidays: computed(() =>
      holidaysOfWeeks(weeks.value, byDay.value, textOf.value, StateCode.options.length),
    ),
    notes: computed(() => notes.data.value ?? []),
  }
}
