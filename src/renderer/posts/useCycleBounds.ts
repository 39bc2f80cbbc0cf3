import { computed, type ComputedRef } from 'vue'
import type { CycleBounds } from '#contract/posts'
import { periodOf } from '../cycles/cyclesView'
import { useCalendarScreen } from './calendarScreen'
import { useShownCycle } from './useShownCycle'

/** What is counted on board and road map: the shown cycle alone; null in the other views. */
export function useCycleBounds(): ComputedRef<CycleBounds | null> {
  const screen = useCalendarScreen()
  const { cycle } = useShownCycle()
  return computed(() => {
    if (cycle.value === null || (screen.view !== 'board' && screen.view !== 'road')) return null
    const whole = periodOf(cycle.value)
    return {
      phaseIds: cycle.value.phases.map(({ id }) => id),
      unphased:
        screen.view === 'board' && whole ? { from: whole.startsOn, to: whole.endsOn } : null,
    }
  })
}
