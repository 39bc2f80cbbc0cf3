import { computed, type ComputedRef } from 'vue'
import type { Period } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { useQuery } from '../../workspace/useQuery'
import { yearOf } from '../calendarDays'
import { phaseOn } from '../phaseChoice'
import { usePhases, type PhaseFace } from '../phases'
import { inOrder, notesByDay, type DayMark } from './dayMarks'
import { useHolidaysByDay } from './useHolidays'
import { useMarkWords } from './useMarkWords'

/** What stands behind a day: holidays, blackouts and notes, and the phase it lies in. */
export interface BehindDay {
  /** The one that matters most first. */
  readonly marks: readonly DayMark[]
  readonly phase: PhaseFace | null
}

/** What stands behind each day of the period. */
export function useDayMarks(period: () => Period): ComputedRef<(day: PlainDate) => BehindDay> {
  const holidays = useHolidaysByDay(period)
  const markWords = useMarkWords()
  // By whole years, as holidays are: the next month asks for nothing more.
  const from = computed(() => yearOf(period().from).from)
  const to = computed(() => yearOf(period().to).to)
  const years = (): Period => ({ from: from.value, to: to.value })
  const notes = useQuery('planning', 'notes', years, { keepPrevious: true })
  const cycles = useQuery('cycles', 'list', {})
  const phases = usePhases()

  return computed(() => {
    // Read here, not when a day is asked for: who watches must hear that they have arrived.
    const [daysOff, words] = [holidays.value, markWords.value]
    const noted = notesByDay(notes.data.value ?? [], years())
    const [running, faces] = [cycles.data.value ?? [], phases.value]
    return (day) => {
      const off = (daysOff.get(day) ?? []).map(words.ofHoliday)
      const phaseId = phaseOn(running, day)
      return {
        marks: inOrder([...off, ...(noted.get(day) ?? []).map(words.ofNote)]),
        phase: phaseId === null ? null : (faces.get(phaseId) ?? null),
      }
    }
  })
}
