import { ListTree } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The lists of reference data, shown within Settings. */
export const referencePages: readonly Page[] = [
  {
    name: 'reference',
    path: '/tetapan/rujukan',
    title: 'reference.title',
    icon: ListTree,
    load: () => import('./ReferencePage.vue'),
  },
]
