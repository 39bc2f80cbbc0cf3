import { defineAsyncComponent, type Component } from 'vue'
import type { PlainKey } from '../words/useWords'
import type { ViewKey } from './calendarScreen'

/** A tab of the calendar. Views that share a component share what it holds. */
export interface CalendarView {
  readonly key: ViewKey
  readonly label: PlainKey
  readonly component: Component
}

const CalendarGrid = defineAsyncComponent(() => import('./grid/CalendarGrid.vue'))
const YearView = defineAsyncComponent(() => import('./year/YearView.vue'))
const CycleView = defineAsyncComponent(() => import('./CycleView.vue'))
const PostList = defineAsyncComponent(() => import('./list/PostList.vue'))

/** In the order of the tabs and of their keys `1`, `2`, … A further view is a line here, and its key. */
export const calendarViews: readonly CalendarView[] = [
  { key: 'month', label: 'posts.views.month', component: CalendarGrid },
  { key: 'week', label: 'posts.views.week', component: CalendarGrid },
  { key: 'year', label: 'posts.views.year', component: YearView },
  { key: 'list', label: 'posts.views.list', component: PostList },
  { key: 'board', label: 'posts.views.board', component: CycleView },
  { key: 'road', label: 'posts.views.road', component: CycleView },
]
