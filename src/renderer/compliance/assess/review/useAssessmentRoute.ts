import { computed, watch } from 'vue'
import type { AssessmentId } from '#contract/assessmentIds'
import { useGate } from '../../../workspace/gate'
import { useQuery } from '../../../workspace/useQuery'

/** The way of an assessment; asked again when somebody else sits down, who may take other steps. */
export function useAssessmentRoute(id: () => AssessmentId) {
  const gate = useGate()
  const asked = useQuery('compliance', 'assessmentRoute', () => ({ id: id() }), {
    keepPrevious: true,
  })
  watch(
    () => gate.actor.value?.id,
    () => void asked.refetch(),
  )
  return computed(() => asked.data.value ?? null)
}
