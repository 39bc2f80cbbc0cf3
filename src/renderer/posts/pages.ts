import { CalendarDays, LayoutTemplate } from '@lucide/vue'
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
