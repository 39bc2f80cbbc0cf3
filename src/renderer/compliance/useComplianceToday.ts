import { computed } from 'vue'
import { useQuery } from '../workspace/useQuery'

/**
 * What of compliance waits for the person at the keyboard: assessments for their word, findings and
 * corrective actions, and campaigns.
 */
export function useComplianceToday() {
  const waitingReviews = useQuery('compliance', 'waitingReviews', {})
  const ownFollowUps = useQuery('compliance', 'ownFollowUps', {})
  const ownCampaigns = useQuery('compliance', 'ownCampaigns', {})
  const [waiting, followUps, campaigns] = [
    computed(() => waitingReviews.data.value ?? []),
    computed(() => ownFollowUps.data.value ?? []),
    computed(() => ownCampaigns.data.value ?? []),
  ]
  return {
    ...{ waiting, followUps, campaigns },
    /** Of each of the three. */
    counts: computed(() => [waiting, followUps, campaigns].map(({ value }) => value.length)),
    refetch: () =>
      Promise.all([waitingReviews.refetch(), ownFollowUps.refetch(), ownCampaigns.refetch()]),
  }
}
