import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintFilter, ComplaintOrder } from '#contract/complaints'
import { useHandover } from '../shell/handover'
import { emptyFilter, isFiltering } from './register/filterView'

/** What the register's screen remembers: filter, search, order and the complaint that is shown. */
export const useComplaintsScreen = defineStore('complaints-screen', () => {
  const filter = shallowRef<ComplaintFilter>(emptyFilter())
  const text = ref('')
  const order = ref<ComplaintOrder>('due')
  const descending = ref(false)
  const openId = shallowRef<ComplaintId | null>(null)
  /** The choices of the filter stand beside the list. */
  const filtersOpen = ref(true)

  const isSearching = computed(() => text.value.trim() !== '')
  const isFiltered = computed(() => isFiltering(filter.value))

  function setFilter(change: Partial<ComplaintFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  function clearFilter(): void {
    filter.value = emptyFilter()
  }

  function reset(): void {
    clearFilter()
    text.value = ''
    order.value = 'due'
    descending.value = false
    openId.value = null
  }

  useHandover().onHandover(reset)

  return {
    ...{ filter, text, order, descending, openId, filtersOpen, isSearching, isFiltered },
    ...{ setFilter, clearFilter, reset },
  }
})
