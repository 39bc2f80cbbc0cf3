import { computed, ref, shallowRef, watch } from 'vue'
import type { AuditEntry } from '#contract/office'
import { useNotices } from '../shell/notices'
import { asError, useWorkspace } from '../workspace/calls'
import { useQuery } from '../workspace/useQuery'

const pageSize = 200

/**
 * The newest entries as a query, older ones fetched as the list is scrolled. Entries never change,
 * so that what was fetched once stays true; only the newest page is asked for again.
 */
export function useAuditLog() {
  const workspace = useWorkspace()
  const notices = useNotices()
  const newest = useQuery('office', 'auditLog', { before: null, limit: pageSize })
  const older = shallowRef<readonly AuditEntry[]>([])
  const isComplete = ref(false)
  const isFetching = ref(false)

  const entries = computed(() => {
    const first = newest.data.value
    if (!first) return undefined
    const seam = first.at(-1)?.sequence ?? 0
    return [...first, ...older.value.filter((entry) => entry.sequence < seam)]
  })
  // After many new entries the two parts no longer meet; then the older ones are read anew.
  watch(newest.data, (first) => {
    const next = older.value[0]?.sequence
    const seam = first?.at(-1)?.sequence
    if (next !== undefined && seam !== undefined && next < seam - 1) {
      older.value = []
      isComplete.value = false
    }
  })

  async function more(): Promise<void> {
    const known = entries.value
    const last = known?.at(-1)
    if (!known || !last || known.length < pageSize || isComplete.value || isFetching.value) return
    isFetching.value = true
    try {
      const page = await workspace.office.auditLog({ before: last.sequence, limit: pageSize })
      older.value = [...older.value, ...page]
      isComplete.value = page.length < pageSize
    } catch (thrown) {
      notices.fail(asError(thrown))
    } finally {
      isFetching.value = false
    }
  }

  /** The newest page's states with all that was fetched as its value. */
  const query = {
    ...newest,
    state: computed(() => {
      const state = newest.state.value
      return entries.value && state.data ? { ...state, data: entries.value } : state
    }),
  }
  return { entries, query, more }
}
