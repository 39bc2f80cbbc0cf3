import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'

/** What the view of events remembers while other pages are shown. */
export const useEventScreen = defineStore('image-event-screen', () => {
  /** What a person picked or left, by check; forgotten with the view once it is saved. */
  const picks = reactive(new Map<string, boolean>())
  /** The photo that has the focus, or had it last. */
  const at = ref<string | null>(null)
  /** That photo is shown as large as there is room. */
  const isLarge = ref(false)

  return { picks, at, isLarge }
})
