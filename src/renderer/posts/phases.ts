import { computed, type ComputedRef } from 'vue'
import type { PhaseColour, PhaseId } from '#contract/cycles'
import { useCycleWords } from '../cycles/useCycleWords'
import { useQuery } from '../workspace/useQuery'

/** What the calendar shows of a phase. */
export interface PhaseFace {
  readonly id: PhaseId
  readonly number: number
  /** In the language of the window. */
  readonly name: string
  readonly colour: PhaseColour
}

/** The phases of all cycles by their ids, the newest cycle first; none while there is no cycle. */
export function usePhases(): ComputedRef<ReadonlyMap<PhaseId, PhaseFace>> {
  const cycles = useQuery('cycles', 'list', {})
  const { nameOf } = useCycleWords()
  return computed(
    () =>
      new Map(
        (cycles.data.value ?? []).flatMap(({ phases }) =>
          phases.map(({ id, number, colour, ...names }) => [
            id,
            { id, number, colour, name: nameOf(names) },
          ]),
        ),
      ),
  )
}
