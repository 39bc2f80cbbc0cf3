import { FileText, ListChecks } from '@lucide/vue'
import type { Page } from '../../shell/pageTypes'

/** One post, and the posts of one hold or blackout, by their addresses; nobody goes there but by a link. */
export const addressedPostPages: readonly Page[] = [
  {
    name: 'post',
    path: '/kalendar/hantaran/:id?',
    title: 'posts.pane.title',
    icon: FileText,
    load: () => import('./PostPage.vue'),
  },
  {
    name: 'held-over',
    path: '/kalendar/gantungan/:id',
    title: 'posts.heldOver.title',
    icon: ListChecks,
    load: () => import('../heldOver/HeldOverPage.vue'),
  },
  {
    name: 'after-blackout',
    path: '/kalendar/sekatan/:note',
    title: 'posts.heldOver.blackoutTitle',
    icon: ListChecks,
    load: () => import('../heldOver/AfterBlackoutPage.vue'),
  },
]
