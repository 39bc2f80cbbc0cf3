import { Route, Stamp } from '@lucide/vue'
import type { Page } from '../../shell/pageTypes'

/** What waits for a decision. */
export const approvalPages: readonly Page[] = [
  {
    name: 'approval',
    path: '/kalendar/kelulusan',
    title: 'posts.approval.page',
    icon: Stamp,
    load: () => import('./ApprovalPage.vue'),
  },
]

/** Shown within Settings. */
export const approvalSettingsPages: readonly Page[] = [
  {
    name: 'approval-routes',
    path: '/tetapan/kelulusan',
    title: 'posts.approval.routes.title',
    icon: Route,
    load: () => import('./RoutesPage.vue'),
  },
]
