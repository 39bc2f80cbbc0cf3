import {
  Archive,
  BellRing,
  ChartColumnBig,
  FilePlus2,
  FileText,
  Gavel,
  Inbox,
  Mails,
  UserRoundCog,
} from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** The complaint register. */
export const complaintPages: readonly Page[] = [
  {
    name: 'complaints',
    path: '/aduan',
    title: 'complaints.title',
    icon: Inbox,
    needs: 'complaints.list',
    load: () => import('./register/ComplaintsPage.vue'),
  },
  {
    name: 'complaint-overview',
    path: '/aduan/ringkasan',
    title: 'complaints.overview.title',
    icon: ChartColumnBig,
    needs: 'complaints.overview',
    load: () => import('./overview/OverviewPage.vue'),
  },
]

/** What is decided about the register as a whole, shown within Settings. */
export const complaintSettingsPages: readonly Page[] = [
  {
    name: 'complaint-officers',
    path: '/tetapan/pegawai-aduan',
    title: 'complaints.officers.title',
    icon: UserRoundCog,
    needs: 'complaints.kindOfficers',
    load: () => import('./officers/OfficersPage.vue'),
  },
  {
    name: 'complaint-ladder',
    path: '/tetapan/eskalasi-aduan',
    title: 'complaints.ladder.title',
    icon: BellRing,
    needs: 'complaints.ladder',
    load: () => import('./warnings/LadderPage.vue'),
  },
  {
    name: 'complaint-disposal',
    path: '/tetapan/pelupusan',
    title: 'complaints.disposal.title',
    icon: Archive,
    needs: 'complaints.disposals',
    load: () => import('./disposal/DisposalPage.vue'),
  },
]

/** The intake, and one complaint by its address. */
export const addressedComplaintPages: readonly Page[] = [
  {
    name: 'complaint-intake',
    path: '/aduan/baharu',
    title: 'complaints.intake.title',
    icon: FilePlus2,
    needs: 'complaints.add',
    load: () => import('./intake/IntakePage.vue'),
  },
  {
    name: 'complaint-decisions',
    path: '/aduan/keputusan',
    title: 'complaints.decisions.title',
    icon: Gavel,
    needs: 'complaints.decisions',
    load: () => import('./decisions/DecisionsPage.vue'),
  },
  {
    name: 'complaint',
    path: '/aduan/:id',
    title: 'complaints.caseTitle',
    icon: FileText,
    needs: 'complaints.get',
    load: () => import('./case/CasePage.vue'),
  },
  {
    name: 'complaint-group-answer',
    path: '/aduan/:id/jawapan-kumpulan',
    title: 'complaints.together.title',
    icon: Mails,
    needs: 'complaints.groupReplies',
    load: () => import('./together/TogetherPage.vue'),
  },
]
