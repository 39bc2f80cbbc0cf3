import { DatabaseBackup } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** Backups, shown within Settings. */
export const backupSettingsPages: readonly Page[] = [
  {
    name: 'backups',
    path: '/tetapan/sandaran',
    title: 'backups.title',
    icon: DatabaseBackup,
    load: () => import('./BackupsPage.vue'),
  },
]
