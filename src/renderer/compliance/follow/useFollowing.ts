import { useRouter } from 'vue-router'
import type { FollowUp } from '#contract/assessmentFollowUps'
import { useAssessmentScreen } from '../assess/assessmentScreen'

/** Opens the assessment at the finding that waits. */
export function useFollowing(): (of: Pick<FollowUp, 'assessmentId' | 'key'>) => void {
  const router = useRouter()
  const screen = useAssessmentScreen()
  return ({ assessmentId, key }) => {
    screen.show(assessmentId)
    screen.control = key
    void router.push({ name: 'assessments' })
  }
}

/** One that waits, whichever action of it: for lists. */
export function keyOfFollowUp({ findingId, action }: FollowUp): string {
  return `${findingId} ${action?.id ?? ''}`
}
