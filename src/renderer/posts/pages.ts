import { CalendarDays, LayoutDashboard, LayoutTemplate } from '@lucide/vue'
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

/** Shown within Settings. */
export const postSettingsPages: readonly Page[] = [
  {
    name: 'post-templates',
    path: '/tetapan/templat',
    title: 'posts.templates.title',
    icon: LayoutTemplate,
    load: () => import('./templates/TemplatesPage.vue'),
  },
]

/** What needs somebody today. */
export const boardPages: readonly Page[] = [
  {
    name: 'board',
    path: '/papan',
    title: 'posts.board.title',
    icon: LayoutDashboard,
    load: () => import('./today/BoardPage.vue'),
  },
]
