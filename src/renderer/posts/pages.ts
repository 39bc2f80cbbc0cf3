import { CalendarDays, LayoutDashboard } from '@lucide/vue'
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

/** What needs somebody today. */
export const boardPages: readonly Page[] = [
  {
    name: 'board',
    path: '/papan',
    title: 'posts.board.title',
    icon: LayoutDashboard,
    load: () => import('./board/BoardPage.vue'),
  },
]
