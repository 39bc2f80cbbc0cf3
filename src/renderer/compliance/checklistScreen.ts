import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { FrameworkId, FrameworkVersionId } from '#contract/frameworks'

/** What the screen of checklists remembers. */
export const useChecklistScreen = defineStore('checklist-screen', () => {
  /** Null until somebody chooses: then the first. */
  const framework = ref<FrameworkId | null>(null)
  /** Null: the newest, or the draft. */
  const version = ref<FrameworkVersionId | null>(null)
  /** Key of the control in the pane; `new` while one is added. */
  const open = ref<string | null>(null)
  /** The version that the one read is held against. */
  const against = ref<FrameworkVersionId | null>(null)

  function choose(id: FrameworkId): void {
    framework.value = id
    version.value = null
    open.value = null
    against.value = null
  }

  return { framework, version, open, against, choose }
})
