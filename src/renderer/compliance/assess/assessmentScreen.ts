import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { HistoryShown } from '#contract/assessmentHistory'
import type { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentFilter } from '#contract/assessments'
import type { ShownControls } from './assessView'

/** What the screen of assessments remembers. */
export const useAssessmentScreen = defineStore('assessment-screen', () => {
  const filter = ref<AssessmentFilter>({ state: 'open', subject: null, frameworkId: null })
  /** The assessment that is worked on; null: the list. */
  const open = ref<AssessmentId | null>(null)
  /** Key of the control in the pane. */
  const control = ref<string | null>(null)
  const shown = ref<ShownControls>('all')
  /** Beside the earlier ones, instead of its answers. */
  const isComparing = ref(false)
  /** The earlier one that it is held against; null: the one just before. */
  const against = ref<AssessmentId | null>(null)
  /** Which controls of the comparison are shown. */
  const compared = ref<HistoryShown>('changed')

  function show(id: AssessmentId | null): void {
    open.value = id
    control.value = null
    shown.value = 'all'
    isComparing.value = false
    against.value = null
    compared.value = 'changed'
  }

  return { filter, open, control, shown, isComparing, against, compared, show }
})
