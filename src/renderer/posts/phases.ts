import { computed, type ComputedRef } from 'vue'
import type { PhaseColour, PhaseId } from '#contract/cycles'
import { useCycleWords } from '../cycles/useCycleWords'
import { useWords } from '../words/useWords'
import { useQuery } from '../workspace/useQuery'
import { areOfSeveralCycles, offeredPhases } from './phaseChoice'

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

/** A phase in a list of choices. */
export interface PhaseOption {
  readonly id: PhaseId
  /** Its number and name, and its cycle's where phases of several are offered. */
  readonly label: string
}

/**
 * The phases that may be chosen, as they are called: the same wherever one is chosen.
 * @returns called with the phases that are chosen already, which stay on offer
 */
export function usePhaseOptions(): (had: readonly (PhaseId | null)[]) => PhaseOption[] {
  const cycles = useQuery('cycles', 'list', {})
  const { nameOf } = useCycleWords()
  const { t } = useWords()
  return (had) => {
    const offered = offeredPhases(cycles.data.value ?? [], had)
    const areMixed = areOfSeveralCycles(offered)
    return offered.map(({ phase, cycle }) => {
      const named = t('posts.phaseNamed', { number: phase.number, name: nameOf(phase) })
      return { id: phase.id, label: areMixed ? `${named} · ${nameOf(cycle)}` : named }
    })
  }
}
