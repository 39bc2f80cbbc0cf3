import type { Cycle, Phase, PhaseId } from '#contract/cycles'

/** A phase that may be chosen, and the cycle it is of. */
export interface OfferedPhase {
  readonly phase: Phase
  readonly cycle: Cycle
}

/**
 * Phases of the cycles in use, the newest cycle first, and those that are chosen already. The
 * example is there to be looked at: nothing is planned into it.
 */
export function offeredPhases(
  cycles: readonly Cycle[],
  had: readonly (PhaseId | null)[],
): OfferedPhase[] {
  return cycles.flatMap((cycle) =>
    cycle.phases
      .filter(({ id }) => (!cycle.archived && !cycle.example) || had.includes(id))
      .map((phase) => ({ phase, cycle })),
  )
}

/** Whether phases must be told apart by their cycles: the same number stands for several. */
export function areOfSeveralCycles(offered: readonly OfferedPhase[]): boolean {
  return new Set(offered.map(({ cycle }) => cycle.id)).size > 1
}

/**
 * The phase in which a day lies, among the cycles in use but the example; the newest cycle's where
 * two cycles overlap. Null where the day lies in none.
 */
export function phaseOn(cycles: readonly Cycle[], day: string | null): PhaseId | null {
  if (day === null) return null
  const phase = offeredPhases(cycles, []).find(
    ({ phase: { startsOn, endsOn } }) => startsOn <= day && day <= endsOn,
  )
  return phase?.phase.id ?? null
}
