import type { Cycle, PhaseId } from '#contract/cycles'
import type { PlainDate } from '#contract/values'

/**
 * The phase in which a day lies, among the cycles in use but the example; the newest cycle's where
 * two cycles overlap. Null where the day lies in none.
 * @param cycles the newest first
 */
export function phaseOn(cycles: readonly Cycle[], day: PlainDate): PhaseId | null {
  const phase = cycles
    .filter(({ archived, example }) => !archived && !example)
    .flatMap(({ phases }) => phases)
    .find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  return phase?.id ?? null
}
