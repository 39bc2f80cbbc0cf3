import { Milestone } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The cycles and their phases, within the calendar. */
export const cyclePages: readonly Page[] = [
  {
    name: 'cycles',
    path: '/kalendar/kitaran',
    title: 'cycles.title',
    icon: Milestone,
    load: () => import('./CyclesPage.vue'),
  },
]
