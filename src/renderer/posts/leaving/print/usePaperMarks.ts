import { computed, type ComputedRef } from 'vue'
import type { PlanSheet } from '#contract/postLeaving'
import type { PlainDate } from '#contract/values'
import { inOrder, notesByDay, type DayMark } from '../../grid/dayMarks'
import { holidaysByDay } from '../../grid/holidayView'
import { useMarkWords } from '../../grid/useMarkWords'
import { daysOfTiles } from '../../list/listView'

/** What stands behind each day of the plan on paper, from what its query answered. */
export function usePaperMarks(
  data: Pick<PlanSheet, 'holidays' | 'notes' | 'tiles'>,
): ComputedRef<(day: PlainDate) => readonly DayMark[]> {
  const words = useMarkWords()
  const holidays = holidaysByDay(data.holidays)
  const days = daysOfTiles(data.tiles)
  const notes = days === null ? new Map<PlainDate, never[]>() : notesByDay(data.notes, days)
  return computed(() => {
    const { ofHoliday, ofNote } = words.value
    return (day) =>
      inOrder([...(holidays.get(day) ?? []).map(ofHoliday), ...(notes.get(day) ?? []).map(ofNote)])
  })
}
