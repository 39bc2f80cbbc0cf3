import { computed, ref, watch } from 'vue'
import { useQuery } from '../../workspace/useQuery'
import { useCalendarScreen } from '../calendarScreen'

/** So many are read at first, and so many more each time they are asked for. */
const together = 500

/** Posts without a day that the filter leaves: the first of them, and how many there are. */
export function useUnplanned() {
  const screen = useCalendarScreen()
  const limit = ref(together)
  const unplanned = useQuery(
    'posts',
    'unplanned',
    () => ({ filter: screen.filter, limit: limit.value }),
    { keepPrevious: true },
  )
  const tiles = computed(() => unplanned.data.value?.tiles ?? [])
  const count = computed(() => unplanned.data.value?.total ?? 0)
  watch(
    () => screen.filter,
    () => {
      limit.value = together
    },
  )

  function showMore(): void {
    limit.value += together
  }

  return { unplanned, tiles, count, showMore }
}
