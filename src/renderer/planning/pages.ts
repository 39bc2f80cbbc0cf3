import { CalendarRange, SlidersHorizontal } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** What stands behind the days of the calendar. */
export const planningPages: readonly Page[] = [
  {
    name: 'calendar-notes',
    path: '/kalendar/nota',
    title: 'planning.notes.title',
    icon: CalendarRange,
    load: () => import('./NotesPage.vue'),
  },
]

/** Shown within Settings. */
export const planningSettingsPages: readonly Page[] = [
  {
    name: 'planning-settings',
    path: '/tetapan/perancangan',
    title: 'planning.settings.title',
    icon: SlidersHorizontal,
    load: () => import('./PlanningSettingsPage.vue'),
  },
]
