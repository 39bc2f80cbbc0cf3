import { computed, type ComputedRef } from 'vue'
import type { Holiday } from '#contract/days'
import type { CalendarNote } from '#contract/planning'
import { StateCode } from '#contract/states'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { kindOf, type DayMark } from './dayMarks'
import { whereText } from './holidayView'
import { useHolidayText } from './useHolidayText'

/** How what stands behind a day is told, on the screen and on paper. */
export interface MarkWords {
  readonly ofHoliday: (holiday: Holiday) => DayMark
  readonly ofNote: (note: CalendarNote) => DayMark
}

/** Holidays, notes and blackouts as marks of a day, in the window's words. */
export function useMarkWords(): ComputedRef<MarkWords> {
  const { t } = useWords()
  const { stateName } = useReferenceWords()
  const holidayText = useHolidayText()
  return computed(() => {
    const textOf = holidayText.value
    return {
      ofHoliday(holiday) {
        const text = textOf(holiday)
        return { kind: 'holiday', text, words: t('posts.behind.holiday', { text }) }
      },
      ofNote(note) {
        const kind = kindOf(note)
        const where = whereText(
          note.states.length === 0 ? StateCode.options : note.states,
          { stateName, states: (count) => t('posts.states', { count }) },
          StateCode.options.length,
        )
        const text = `${note.title}${where}`
        return { kind, text, words: t(`posts.behind.${kind}`, { text }) }
      },
    }
  })
}
