import { CalendarDays } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The editorial calendar. */
export const postPages: readonly Page[] = [
  {
    name: 'calendar',
    path: '/kalendar',
    title: 'posts.title',
    icon: CalendarDays,
    load: () => import('./CalendarPage.vue'),
  },
]
