import { defineStore } from 'pinia'
import { computed, reactive, ref } from 'vue'
import type { LibraryFilter } from '#contract/images'
import type { Draft, KindFilter } from './libraryView'

/** What the library's screen remembers, unsaved descriptions included. */
export const useLibraryScreen = defineStore('image-library-screen', () => {
  const filter = reactive<Omit<LibraryFilter, 'kind'>>({
    text: '',
    tag: null,
    addedFrom: null,
    addedTo: null,
    trashed: false,
  })
  const kind = ref<KindFilter>('all')
  const view = ref<'grid' | 'list'>('grid')
  const openId = ref<string | null>(null)
  const chosen = ref<ReadonlySet<string>>(new Set())
  const anchor = ref<string | null>(null)
  const drafts = reactive(new Map<string, Draft>())

  /** The kind is narrowed on the page, so that its counts stay true. */
  const asked = computed<LibraryFilter>(() => ({ ...filter, kind: null }))

  function clearFilter(): void {
    Object.assign(filter, { text: '', tag: null, addedFrom: null, addedTo: null })
    kind.value = 'all'
  }

  function clearChoice(): void {
    chosen.value = new Set()
    anchor.value = null
  }

  /** Shows this picture, whatever the filter was. */
  function show(id: string): void {
    clearFilter()
    clearChoice()
    filter.trashed = false
    openId.value = id
  }

  return {
    ...{ filter, kind, view, openId, chosen, anchor, drafts, asked },
    clearFilter,
    clearChoice,
    show,
  }
})
