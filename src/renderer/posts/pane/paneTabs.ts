import { AtSign, History, ListChecks, NotebookText, Repeat, Send, Stamp } from '@lucide/vue'
import type { Component } from 'vue'
import type { PlainKey } from '../../words/useWords'
import type { TabMark } from '../../ui/tabMarks'
import type { useWords } from '../../words/useWords'
import { severityLooks } from '../findings/severityLooks'
import type { PostChecks } from '../findings/usePostChecks'
import ChecksTab from '../findings/ChecksTab.vue'
import ApprovalTab from '../approval/ApprovalTab.vue'
import PublicationTab from '../publication/PublicationTab.vue'
import SeriesTab from '../series/SeriesTab.vue'
import PostAccountsTab from './PostAccountsTab.vue'
import PostContentTab from './PostContentTab.vue'
import PostHistoryTab from './PostHistoryTab.vue'

type Say = ReturnType<typeof useWords>['t']

/**
 * A part of the pane. Its component takes `post` (null while a new one is written) and reads the
 * open form with `useEditedPost`.
 */
export interface PaneTab {
  readonly key: string
  readonly label: PlainKey
  /** Stands for the label in a narrow pane. */
  readonly icon: Component
  readonly component: Component
  /** Has nothing to show before the post exists. */
  readonly ofExisting: boolean
  /** What stands beside its label: how much of what waits there. */
  readonly marks?: (checks: PostChecks, t: Say) => readonly TabMark[]
}

/** In their order; another slice's part of a post is added here. */
export const paneTabs: readonly PaneTab[] = [
  {
    key: 'content',
    icon: NotebookText,
    label: 'posts.pane.tabs.content',
    component: PostContentTab,
    ofExisting: false,
  },
  {
    key: 'accounts',
    icon: AtSign,
    label: 'posts.pane.tabs.accounts',
    component: PostAccountsTab,
    ofExisting: false,
  },
  {
    key: 'checks',
    icon: ListChecks,
    label: 'posts.pane.tabs.checks',
    component: ChecksTab,
    ofExisting: false,
    marks: ({ counts }, t) =>
      counts.value.map(({ severity, count }) => ({
        ...severityLooks[severity],
        ...{ count, label: t(`posts.checks.summary.${severity}`, { count }) },
      })),
  },
  {
    key: 'approval',
    icon: Stamp,
    label: 'posts.approval.tab',
    component: ApprovalTab,
    ofExisting: true,
  },
  {
    key: 'publication',
    icon: Send,
    label: 'posts.out.tab',
    component: PublicationTab,
    ofExisting: true,
  },
  {
    key: 'series',
    icon: Repeat,
    label: 'posts.series.tab',
    component: SeriesTab,
    ofExisting: true,
  },
  {
    key: 'history',
    icon: History,
    label: 'posts.pane.tabs.history',
    component: PostHistoryTab,
    ofExisting: true,
  },
]
