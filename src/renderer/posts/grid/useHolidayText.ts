import { computed, type ComputedRef } from 'vue'
import type { Holiday } from '#contract/days'
import { StateCode } from '#contract/states'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { holidayText } from './holidayView'

/** What is said of a holiday: its name and, where fewer than all keep it, by whom. */
export function useHolidayText(): ComputedRef<(holiday: Holiday) => string> {
  const { t, language } = useWords()
  const { stateName } = useReferenceWords()
  return computed(() => {
    const isEnglish = language.value === 'en'
    const words = {
      nameOf: ({ name, nameEn }: Holiday) => (isEnglish ? (nameEn ?? name) : name),
      stateName,
      states: (count: number) => t('posts.states', { count }),
    }
    return (holiday) => holidayText(holiday, words, StateCode.options.length)
  })
}
