import { Building2, KeyRound, ScrollText, Users } from '@lucide/vue'
import { daySettingsPages } from '../days/pages'
import { accountPages } from '../accounts/pages'
import { backupSettingsPages } from '../backups/pages'
import {
  addressedComplaintPages,
  complaintPages,
  complaintSettingsPages,
} from '../complaints/pages'
import { compliancePages } from '../compliance/pages'
import { cyclePages } from '../cycles/pages'
import { addressedPostPages } from '../posts/pane/pages'
import { imagePages, imageSettingsPages } from '../images/pages'
import { planningPages, planningSettingsPages } from '../planning/pages'
import { approvalPages, approvalSettingsPages } from '../posts/approval/pages'
import { boardPages, postPages, postSettingsPages } from '../posts/pages'
import { reminderSettingsPages } from '../reminders/pages'
import { referencePages } from '../reference/pages'
import type { Page, PageSection } from './pageTypes'

/** The side navigation, in its order. Only what exists stands here. */
export const sections: readonly PageSection[] = [
  { heading: null, pages: boardPages },
  {
    heading: 'shell.sections.calendar',
    pages: [...postPages, ...approvalPages, ...cyclePages, ...planningPages],
  },
  { heading: 'shell.sections.images', pages: imagePages },
  { heading: 'shell.sections.complaints', pages: complaintPages },
  { heading: 'shell.sections.compliance', pages: compliancePages },
  { heading: 'shell.sections.channels', pages: accountPages },
  {
    heading: 'shell.sections.records',
    pages: [
      {
        name: 'audit-log',
        path: '/log-audit',
        title: 'office.auditLog.title',
        icon: ScrollText,
        needs: 'office.auditLog',
        load: () => import('../office/AuditLogPage.vue'),
      },
    ],
  },
]

/** The pages within Settings. */
export const settingsPages: readonly Page[] = [
  {
    name: 'people',
    path: '/tetapan/orang',
    title: 'people.title',
    icon: Users,
    load: () => import('../people/PeoplePage.vue'),
  },
  {
    name: 'office',
    path: '/tetapan/pejabat',
    title: 'office.title',
    icon: Building2,
    load: () => import('../office/OfficePage.vue'),
  },
  {
    name: 'security',
    path: '/tetapan/keselamatan',
    title: 'office.security.title',
    icon: KeyRound,
    load: () => import('../office/SecurityPage.vue'),
  },
  ...reminderSettingsPages,
  ...backupSettingsPages,
  ...daySettingsPages,
  ...planningSettingsPages,
  ...approvalSettingsPages,
  ...postSettingsPages,
  ...imageSettingsPages,
  ...complaintSettingsPages,
  ...referencePages,
]

/** Where the window begins, and where it leads who may not see a page. */
export const startPath = imagePages[0]?.path ?? '/tetapan'

/** Pages of one thing each, reached by a link to it: neither the navigation nor the palette has them. */
export const addressedPages: readonly Page[] = [...addressedPostPages, ...addressedComplaintPages]

export const allPages: readonly Page[] = [
  ...sections.flatMap((section) => section.pages),
  ...settingsPages,
]
