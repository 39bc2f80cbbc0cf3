import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CampaignId, RoundId } from '#contract/assessmentIds'
import type { CampaignDraft } from './campaignView'

/** What the screen of campaigns remembers. */
export const useCampaignScreen = defineStore('campaign-screen', () => {
  const state = ref<'going' | 'removed'>('going')
  /** The campaign that is looked at; null: the list. */
  const open = ref<CampaignId | null>(null)
  /** The round of it; null: the latest. */
  const round = ref<RoundId | null>(null)
  /** What was filled in for a campaign that was not started: it failed, or was stopped. */
  const draft = shallowRef<CampaignDraft | null>(null)

  function show(id: CampaignId | null): void {
    open.value = id
    round.value = null
  }

  /** One of its rounds, from elsewhere. */
  function showRound(id: CampaignId, wanted: RoundId): void {
    open.value = id
    round.value = wanted
  }

  return { state, open, round, draft, show, showRound }
})
