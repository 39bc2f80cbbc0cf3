import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FollowFilter } from '#contract/assessmentFollowUps'

export const everything: FollowFilter = {
  ...{ wait: null, mine: false, ownerId: null, accountId: null, severity: null },
}

/** What the screen of findings and actions to follow up remembers. */
export const useFollowScreen = defineStore('follow-screen', () => {
  const filter = ref<FollowFilter>(everything)
  return { filter }
})
