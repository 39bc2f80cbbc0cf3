import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { CycleId } from '#contract/cycles'
import type { PostContent } from '#contract/postContent'
import type { WeekStart } from '#contract/planning'
import type { PostId } from '#contract/postIds'
import type { Period, PostFilter, PostOrder } from '#contract/posts'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { todayInMalaysia } from '../accounts/today'
import { useHandover } from '../shell/handover'
import { addDays, addMonths, monthGrid, monthOf, quarterOf, weekOf, yearOf } from './calendarDays'
import { emptyFilter, isFiltering } from './filters/filterView'

/** The views there are; what each is made of stands in `calendarViews.ts`. */
export const viewKeys = ['month', 'week', 'year', 'list', 'board', 'road'] as const
export type ViewKey = (typeof viewKeys)[number]

/** What the list shows: the posts of the month, all of them, or those in the trash. */
export type ListScope = 'month' | 'all' | 'trash'

/** How much of a year its view shows, and by what a quarter tells its posts apart. */
export const yearSpans = ['year', 'quarter'] as const
export type YearSpan = (typeof yearSpans)[number]
export const quarterParts = ['phase', 'category'] as const
export type QuarterPart = (typeof quarterParts)[number]

/** What the calendar's screen remembers: view, day, filter and what is open. */
export const useCalendarScreen = defineStore('calendar-screen', () => {
  /** For whom it was brought back from an earlier session. */
  const recalledFor = ref<string | null>(null)
  const view = ref<ViewKey>('month')
  /** The day that has the focus; its month or week is what is shown. */
  const day = ref<PlainDate>(todayInMalaysia())
  const filter = shallowRef<PostFilter>(emptyFilter())
  const openId = ref<PostId | null>(null)
  const openTab = ref('content')
  /** What a new post begins with; null while none is being added. */
  const start = shallowRef<Partial<PostContent> | null>(null)
  /** The cycle that board and road map show; null: the running one. */
  const cycleId = ref<CycleId | null>(null)
  /** Whose weekends and holidays the year marks: at first Kuala Lumpur's, where the office is. */
  const state = ref<StateCode>('MY-14')
  const span = ref<YearSpan>('year')
  const partsBy = ref<QuarterPart>('phase')
  /** The office's own; until it is known, weeks begin on Monday. */
  const weekStartsOn = ref<WeekStart>('monday')
  const trayOpen = ref(false)
  /** One line for each post of the month, so that more of them are seen. */
  const dense = ref(false)
  /** Days say which accounts stand over or under their guide. */
  const rhythm = ref(true)
  const listScope = ref<ListScope>('month')
  const order = ref<PostOrder>('day')
  const descending = ref(false)
  /** What a command just took out of the list, or brought back from the trash. */
  const gone = shallowRef<readonly PostId[]>([])

  /** Days whose posts are drawn. */
  const shown = computed<Period>(() =>
    view.value === 'week'
      ? weekOf(day.value, weekStartsOn.value)
      : monthGrid(day.value, weekStartsOn.value),
  )
  /** Days that are counted and listed; null: all there are, those without a day too. */
  const period = computed<Period | null>(() => {
    if (view.value === 'week') return weekOf(day.value, weekStartsOn.value)
    if (view.value === 'year') {
      return span.value === 'quarter' ? quarterOf(day.value) : yearOf(day.value)
    }
    if (view.value === 'list' && listScope.value !== 'month') return null
    if (view.value === 'board' || view.value === 'road') return null
    return monthOf(day.value)
  })
  const filtered = computed(() => isFiltering(filter.value))
  const paneOpen = computed(() => openId.value !== null || start.value !== null)

  function setFilter(change: Partial<PostFilter>): void {
    filter.value = { ...filter.value, ...change }
  }

  function clearFilter(): void {
    filter.value = emptyFilter()
  }

  /** To the next month, week, quarter or year (or so many, or back). */
  function step(by: number): void {
    if (view.value === 'week') day.value = addDays(day.value, 7 * by)
    else if (view.value !== 'year') day.value = addMonths(day.value, by)
    else day.value = addMonths(day.value, (span.value === 'quarter' ? 3 : 12) * by)
  }

  /** As if nobody had been here. */
  function reset(): void {
    view.value = 'month'
    day.value = todayInMalaysia()
    listScope.value = 'month'
    dense.value = false
    clearFilter()
    close()
    gone.value = []
  }

  /**
   * The list of all posts that a filter leaves, the latest day first.
   * @param person whose calendar it is: what they left there another day no longer comes back
   */
  function listAll(wanted: Partial<PostFilter>, person: string | null): void {
    recalledFor.value = person
    view.value = 'list'
    listScope.value = 'all'
    order.value = 'day'
    descending.value = true
    filter.value = { ...emptyFilter(), ...wanted }
    close()
  }

  /** @param tab the part of the post that is shown first */
  function open(id: PostId, tab = 'content'): void {
    openTab.value = tab
    start.value = null
    openId.value = id
  }

  function begin(content: Partial<PostContent>): void {
    openId.value = null
    start.value = content
  }

  function close(): void {
    openId.value = null
    start.value = null
  }

  useHandover().onHandover(reset)

  return {
    ...{
      recalledFor,
      view,
      day,
      filter,
      openId,
      openTab,
      start,
      cycleId,
      state,
      span,
      partsBy,
      weekStartsOn,
      trayOpen,
      dense,
      rhythm,
      listScope,
      order,
      descending,
      gone,
    },
    ...{ shown, period, filtered, paneOpen },
    ...{ setFilter, clearFilter, listAll, step, open, begin, close, reset },
  }
})
