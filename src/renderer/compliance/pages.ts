import { ClipboardCheck, Gauge, Layers, ListChecks, ListTodo } from '@lucide/vue'
import type { Page } from '../shell/pageTypes'

/** What the office's accounts are held against. */
export const compliancePages: readonly Page[] = [
  {
    name: 'checklists',
    path: '/pematuhan/senarai-semak',
    title: 'compliance.title',
    icon: ListChecks,
    load: () => import('./ChecklistsPage.vue'),
  },
  {
    name: 'assessments',
    path: '/pematuhan/penilaian',
    title: 'compliance.assess.title',
    icon: ClipboardCheck,
    load: () => import('./assess/AssessmentsPage.vue'),
  },
  {
    name: 'follow-ups',
    path: '/pematuhan/tindakan',
    title: 'compliance.follow.title',
    icon: ListTodo,
    load: () => import('./follow/FollowPage.vue'),
  },
  {
    name: 'campaigns',
    path: '/pematuhan/kempen',
    title: 'compliance.campaign.title',
    icon: Layers,
    load: () => import('./campaigns/CampaignsPage.vue'),
  },
  {
    name: 'measures',
    path: '/pematuhan/ukuran',
    title: 'measures.title',
    icon: Gauge,
    load: () => import('./measures/MeasuresPage.vue'),
  },
]
