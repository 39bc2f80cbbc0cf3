import { computed } from 'vue'
import { useWords } from '../../words/useWords'
import type { usePlanWords } from '../usePlanWords'
import { lettersOf } from './roadView'

/** Patterns there are in `categoryLooks.css`; a list longer than that begins anew. */
const looks = 7

/** How each wave category looks on the road map: a pattern by its place in the list, and a letter. */
export function useCategoryLooks({ categories }: ReturnType<typeof usePlanWords>) {
  const { t } = useWords()
  const legend = computed(() => {
    const letters = lettersOf(categories.value.map(({ name }) => name))
    return categories.value.map(({ key, name }, place) => ({
      ...{ key, name, look: `look-${place % looks}`, letter: letters[place] ?? '' },
    }))
  })
  const byKey = computed(
    () =>
      new Map<string | null, (typeof legend.value)[number]>(
        legend.value.map((each) => [each.key, each]),
      ),
  )
  const order = computed(() => categories.value.map(({ key }) => key))
  /** With what has no category, last. */
  const whole = computed(() => [
    ...legend.value,
    { look: 'look-none', letter: '–', name: t('posts.plan.road.noCategory') },
  ])
  return {
    order,
    legend: whole,
    lookOf: (key: string | null): string => byKey.value.get(key)?.look ?? 'look-none',
    letterOf: (key: string | null): string => byKey.value.get(key)?.letter ?? '–',
  }
}
