import { computed, type ComputedRef } from 'vue'
import { PhaseId, type PhaseColour } from '#contract/cycles'
import { useWords } from '../../words/useWords'
import type { QuarterPart } from '../calendarScreen'
import { usePhases } from '../phases'
import { useCategoryLooks } from '../roadmap/useCategoryLooks'
import { usePlanWords } from '../usePlanWords'

/** How posts of one phase or category are told: a number in the phase's colour, or a pattern's letter. */
export interface PartFace {
  readonly phase: { readonly number: number; readonly colour: PhaseColour } | null
  readonly look: string | null
  readonly letter: string
  readonly name: string
}

/** The faces of the parts of a quarter's days, by their keys; of null for posts without one. */
export function useQuarterParts(
  by: () => QuarterPart,
): ComputedRef<(key: string | null) => PartFace> {
  const { t } = useWords()
  const phases = usePhases()
  const words = usePlanWords()
  const { lookOf, letterOf } = useCategoryLooks(words)
  return computed(() => {
    const faces = phases.value
    if (by() === 'category') {
      return (key) => ({
        ...{ phase: null, look: lookOf(key), letter: letterOf(key) },
        name: words.categoryName(key),
      })
    }
    return (key) => {
      const known = PhaseId.safeParse(key)
      const phase = known.success ? (faces.get(known.data) ?? null) : null
      return {
        ...{ phase, look: null, letter: '–' },
        name: phase
          ? t('posts.phaseNamed', { number: phase.number, name: phase.name })
          : t('posts.noPhase'),
      }
    }
  })
}
