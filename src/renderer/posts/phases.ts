import { computed, type ComputedRef } from 'vue'
import type { PhaseColour } from '#contract/reference'
import type { PhaseId } from '#contract/values'

/** What the calendar shows of a phase. */
export interface PhaseFace {
  readonly id: PhaseId
  readonly number: number
  /** In the language of the window. */
  readonly name: string
  readonly colour: PhaseColour
}

/** The phases of all cycles in use, by their ids, in their order; none while there is no cycle. */
export function usePhases(): ComputedRef<ReadonlyMap<PhaseId, PhaseFace>> {
  return computed(() => new Map())
}
