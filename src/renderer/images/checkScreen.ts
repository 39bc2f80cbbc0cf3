import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { CheckFilter } from './imagesView'
import type { CompareMode } from './decideView'

/** What the image check's screen remembers while other pages are shown. */
export const useCheckScreen = defineStore('image-check-screen', () => {
  /** Null: the newest batch. */
  const batchId = ref<string | null>(null)
  const filter = ref<CheckFilter>('all')
  const search = ref('')
  const openId = ref<string | null>(null)
  const chosen = ref<ReadonlySet<string>>(new Set())
  const anchor = ref<string | null>(null)
  /** The pair on the decision view; null: the list is shown. */
  const pair = ref<string | null>(null)
  /** The photos of each event are shown instead of the list. */
  const picking = ref(false)
  const isList = computed(() => pair.value === null && !picking.value)
  const mode = ref<CompareMode>('beside')
  const wholeGroup = ref(true)
  const outlines = ref(true)
  const frame = ref(true)

  function showBatch(id: string | null): void {
    if (id !== batchId.value) {
      openId.value = null
      pair.value = null
      picking.value = false
      clearFilter()
      clearChoice()
    }
    batchId.value = id
  }

  function clearFilter(): void {
    filter.value = 'all'
    search.value = ''
  }

  function clearChoice(): void {
    chosen.value = new Set()
    anchor.value = null
  }

  return {
    ...{ batchId, filter, search, openId, chosen, anchor, pair, picking, isList },
    ...{ mode, wholeGroup, outlines, frame },
    showBatch,
    clearFilter,
    clearChoice,
  }
})
