import { Bell } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** Shown within Settings. */
export const reminderSettingsPages: readonly Page[] = [
  {
    name: 'reminders',
    path: '/tetapan/peringatan',
    title: 'reminders.title',
    icon: Bell,
    load: () => import('./RemindersPage.vue'),
  },
]
