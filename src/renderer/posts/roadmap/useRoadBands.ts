import { computed } from 'vue'
import type { Cycle } from '#contract/cycles'
import type { PostFilter } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { useQuery } from '../../workspace/useQuery'
import { bandOf, countOutside, highest } from './roadView'

/**
 * The posts of a cycle as bands over its weeks.
 * @param weeks their first days, in their order
 * @param order keys of the categories, as they are stacked
 */
export function useRoadBands(
  asked: () => { readonly cycle: Cycle; readonly filter: PostFilter },
  weeks: () => readonly PlainDate[],
  order: () => readonly string[],
) {
  const summary = useQuery(
    'posts',
    'phaseSummary',
    () => {
      const { cycle, filter } = asked()
      return { cycleId: cycle.id, filter }
    },
    { keepPrevious: true },
  )
  const standings = computed(() => summary.data.value?.phases ?? [])
  const bands = computed(() =>
    asked().cycle.phases.map((phase, place) =>
      bandOf(phase, weeks(), standings.value[place]?.weeks ?? [], order()),
    ),
  )
  return {
    /** For `QueryStates`. */
    summary,
    /** Of each phase its counts and targets; empty before they are known. */
    standings,
    bands,
    most: computed(() => highest(bands.value)),
    isEmpty: computed(() => bands.value.flat().every(({ total }) => total === 0)),
    /** Posts of weeks that the cycle does not touch. */
    outside: computed(() =>
      countOutside(
        weeks(),
        standings.value.map((phase) => phase.weeks),
      ),
    ),
  }
}
