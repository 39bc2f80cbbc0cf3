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
const PostList = defineAsyncComponent(() => import('./list/PostList.vue'))

/** In the order of the tabs and of their keys `1`, `2`, … A further view is a line here, and its key. */
export const calendarViews: readonly CalendarView[] = [
  { key: 'month', label: 'posts.views.month', component: CalendarGrid },
  { key: 'week', label: 'posts.views.week', component: CalendarGrid },
  { key: 'list', label: 'posts.views.list', component: PostList },
]
