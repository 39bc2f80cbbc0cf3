import type { Cycle, Phase, PhaseId } from '#contract/cycles'

/** Phases of the cycles in use, the newest cycle first, and the one a post has already. */
export function offeredPhases(cycles: readonly Cycle[], had: PhaseId | null): Phase[] {
  return cycles.flatMap(({ archived, phases }) =>
    phases.filter(({ id }) => !archived || id === had),
  )
}

/**
 * The phase in which a day lies, among the cycles in use but the example; the newest cycle's where
 * two cycles overlap. Null where the day lies in none.
 */
export function phaseOn(cycles: readonly Cycle[], day: string | null): PhaseId | null {
  if (day === null) return null
  const planned = cycles.filter(({ archived, example }) => !archived && !example)
  const phase = planned
    .flatMap(({ phases }) => phases)
    .find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  return phase?.id ?? null
}
