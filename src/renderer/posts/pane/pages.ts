import { FileText } from '@lucide/vue'
import type { Page } from '../../shell/pageTypes'

/** One post by its address; nobody goes there but by a link. */
export const addressedPostPages: readonly Page[] = [
  {
    name: 'post',
    path: '/kalendar/hantaran/:id?',
    title: 'posts.pane.title',
    icon: FileText,
    load: () => import('./PostPage.vue'),
  },
]
