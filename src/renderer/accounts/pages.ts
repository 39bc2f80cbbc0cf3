import { AtSign } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The register of official accounts. */
export const accountPages: readonly Page[] = [
  {
    name: 'accounts',
    path: '/akaun',
    title: 'accounts.title',
    icon: AtSign,
    load: () => import('./AccountsPage.vue'),
  },
]
