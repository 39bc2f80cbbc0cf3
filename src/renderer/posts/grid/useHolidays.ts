import { computed, type ComputedRef } from 'vue'
import type { Period } from '#contract/posts'
import { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { yearsOf } from '../calendarDays'
import { holidaysByDay, holidayText } from './holidayView'

/** Names of the holidays of a day within the period; a month's weeks touch two years at most. */
export function useHolidays(period: () => Period): ComputedRef<(day: PlainDate) => string> {
  const { t, language } = useWords()
  const { stateName } = useReferenceWords()
  const asked = (at: 0 | 1) => () => {
    const year = yearsOf(period())[at]
    return year === undefined ? null : { year, state: null }
  }
  const first = useQuery('days', 'holidays', asked(0), { keepPrevious: true })
  const second = useQuery('days', 'holidays', asked(1))
  const byDay = computed(() =>
    holidaysByDay([...(first.data.value?.holidays ?? []), ...(second.data.value?.holidays ?? [])]),
  )
  return computed(() => {
    const words = {
      nameOf: ({ name, nameEn }: { name: string; nameEn: string | null }) =>
        language.value === 'en' ? (nameEn ?? name) : name,
      stateName,
      states: (count: number) => t('posts.states', { count }),
    }
    return (day) =>
      (byDay.value.get(day) ?? [])
        .map((holiday) => holidayText(holiday, words, StateCode.options.length))
        .join('; ')
  })
}
