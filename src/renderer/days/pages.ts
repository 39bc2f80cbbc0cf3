import { CalendarDays } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** Working days and public holidays, shown within Settings. */
export const daySettingsPages: readonly Page[] = [
  {
    name: 'days',
    path: '/tetapan/hari',
    title: 'days.title',
    icon: CalendarDays,
    load: () => import('./DaysPage.vue'),
  },
]
