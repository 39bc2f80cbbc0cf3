import { computed, type ComputedRef } from 'vue'
import type { CalendarNote } from '#contract/planning'
import type { Period } from '#contract/posts'
import { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { yearOf } from '../calendarDays'
import { phaseOn } from '../phaseChoice'
import { usePhases, type PhaseFace } from '../phases'
import { inOrder, kindOf, notesByDay, type DayMark } from './dayMarks'
import { whereText } from './holidayView'
import { useHolidaysByDay } from './useHolidays'
import { useHolidayText } from './useHolidayText'

/** What stands behind a day: holidays, blackouts and notes, and the phase it lies in. */
export interface BehindDay {
  /** The one that matters most first. */
  readonly marks: readonly DayMark[]
  readonly phase: PhaseFace | null
}

/** What stands behind each day of the period. */
export function useDayMarks(period: () => Period): ComputedRef<(day: PlainDate) => BehindDay> {
  const { t } = useWords()
  const { stateName } = useReferenceWords()
  const holidays = useHolidaysByDay(period)
  const holidayText = useHolidayText()
  // By whole years, as holidays are: the next month asks for nothing more.
  const notes = useQuery(
    'planning',
    'notes',
    () => {
      const { from, to } = period()
      return { from: yearOf(from).from, to: yearOf(to).to }
    },
    { keepPrevious: true },
  )
  const cycles = useQuery('cycles', 'list', {})
  const phases = usePhases()

  function markOf(note: CalendarNote): DayMark {
    const kind = kindOf(note)
    const where = whereText(
      note.states.length === 0 ? StateCode.options : note.states,
      { stateName, states: (count) => t('posts.states', { count }) },
      StateCode.options.length,
    )
    const text = `${note.title}${where}`
    return { kind, text, words: t(`posts.behind.${kind}`, { text }) }
  }

  return computed(() => {
    // Read here, not when a day is asked for: who watches must hear that they have arrived.
    const [daysOff, textOf] = [holidays.value, holidayText.value]
    const noted = notesByDay(notes.data.value ?? [], period())
    const [running, faces] = [cycles.data.value ?? [], phases.value]
    return (day) => {
      const off = (daysOff.get(day) ?? []).map((holiday): DayMark => {
        const text = textOf(holiday)
        return { kind: 'holiday', text, words: t('posts.behind.holiday', { text }) }
      })
      const phaseId = phaseOn(running, day)
      return {
        marks: inOrder([...off, ...(noted.get(day) ?? []).map(markOf)]),
        phase: phaseId === null ? null : (faces.get(phaseId) ?? null),
      }
    }
  })
}
