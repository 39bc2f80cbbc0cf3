import { computed } from 'vue'
import type { usePlanWords } from '../usePlanWords'
import { lettersOf } from './roadView'

/** Patterns there are in `categoryLooks.css`; a list longer than that begins anew. */
const looks = 7

/** How each wave category looks on the road map: a pattern by its place in the list, and a letter. */
export function useCategoryLooks({ categories }: ReturnType<typeof usePlanWords>) {
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
  return {
    legend,
    lookOf: (key: string | null): string => byKey.value.get(key)?.look ?? 'look-none',
    letterOf: (key: string | null): string => byKey.value.get(key)?.letter ?? '–',
  }
}
