import type { AssessmentId } from '#contract/assessmentIds'
import { useQuery } from '../../../workspace/useQuery'
import { useAssessmentScreen } from '../assessmentScreen'

/** An assessment beside the earlier ones, as the screen holds it against one of them. */
export function useHistory(id: () => AssessmentId) {
  const screen = useAssessmentScreen()
  return useQuery(
    'compliance',
    'assessmentHistory',
    () => ({ id: id(), against: screen.against }),
    { keepPrevious: true },
  )
}
