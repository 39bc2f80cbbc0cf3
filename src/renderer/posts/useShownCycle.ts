import { computed } from 'vue'
import { firstShown } from '../cycles/cyclesView'
import { todayInMalaysia } from '../accounts/today'
import { useQuery } from '../workspace/useQuery'
import { useCalendarScreen } from './calendarScreen'

/** The cycle whose phases the calendar shows: the one chosen, or else the running one. */
export function useShownCycle() {
  const screen = useCalendarScreen()
  const all = useQuery('cycles', 'list', {})
  const offered = computed(() => (all.data.value ?? []).filter(({ archived }) => !archived))
  const cycle = computed(
    () =>
      offered.value.find(({ id }) => id === screen.cycleId) ??
      firstShown(offered.value, todayInMalaysia()),
  )
  return { all, offered, cycle }
}
