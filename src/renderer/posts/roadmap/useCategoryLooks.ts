import { computed } from 'vue'
import { useWords } from '../../words/useWords'
import type { usePlanWords } from '../usePlanWords'
import { categoryLooks } from './categoryLooks'

/** How each wave category of the office's list looks on the road map. */
export function useCategoryLooks({ categories }: ReturnType<typeof usePlanWords>) {
  const { t } = useWords()
  const looks = computed(() => categoryLooks(categories.value, t('posts.plan.road.noCategory')))
  return {
    order: computed(() => looks.value.order),
    legend: computed(() => looks.value.legend),
    lookOf: (key: string | null): string => looks.value.lookOf(key),
    letterOf: (key: string | null): string => looks.value.letterOf(key),
  }
}
