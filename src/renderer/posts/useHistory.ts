import { computed } from 'vue'
import type { CycleId } from '#contract/cycles'
import { useCycleWords } from '../cycles/useCycleWords'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import { useQuery } from '../workspace/useQuery'

/** The example of 2015–2019: its cycle, where it is not there yet, then its posts. */
export function useHistory() {
  const { t } = useWords()
  const { nameOf } = useCycleWords()
  const notices = useNotices()
  const state = useQuery('posts', 'history', {})
  const loadingCycle = useCommand('cycles', 'loadHistory')
  const loadingPosts = useCommand('posts', 'loadHistory')
  const isLoading = computed(() => loadingCycle.running.value || loadingPosts.running.value)

  /** @returns the cycle; null where it could not be loaded */
  async function load(): Promise<CycleId | null> {
    let cycleId = state.data.value?.cycleId ?? null
    if (cycleId === null) {
      const cycle = await loadingCycle.run({})
      if (!cycle.ok) return null
      notices.tell(t('cycles.historyLoaded', { name: nameOf(cycle.value) }))
      cycleId = cycle.value.id
    }
    const posts = await loadingPosts.run({})
    if (posts.ok) notices.tell(t('posts.plan.historyLoaded', { count: posts.value.added }))
    return cycleId
  }

  return { load, isLoading }
}
