import { defineStore } from 'pinia'
import { reactive, ref } from 'vue'
import type { CycleId, PhaseId } from '#contract/cycles'
import type { CycleDraft } from './cycleDraft'
import type { PhaseDraft } from './phaseDraft'

/** What the pane shows: a phase, the chosen cycle's own words, or a cycle that is being added. */
export type Pane =
  | { readonly kind: 'phase'; readonly id: PhaseId }
  | { readonly kind: 'cycle' }
  | { readonly kind: 'new' }

/** What the screen of cycles remembers, unsaved forms included. */
export const useCyclesScreen = defineStore('cycles-screen', () => {
  /** Null until somebody chooses. */
  const chosen = ref<CycleId | 'archived' | null>(null)
  const pane = ref<Pane | null>(null)
  const phaseDrafts = reactive(new Map<PhaseId, PhaseDraft>())
  /** By the cycle's id, or `new`. */
  const cycleDrafts = reactive(new Map<CycleId | 'new', CycleDraft>())

  function choose(id: CycleId | 'archived'): void {
    chosen.value = id
    pane.value = null
  }

  return { chosen, pane, phaseDrafts, cycleDrafts, choose }
})
