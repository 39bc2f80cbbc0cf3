import type { CalendarApi, CalendarOptions } from '@fullcalendar/vue3'
import { computed, markRaw, nextTick, onBeforeUnmount, shallowRef, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { ClockTime, PlainDate } from '#contract/values'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCalendarScreen } from '../calendarScreen'
import { usePostMoves } from '../usePostMoves'
import { usePostWords } from '../usePostWords'
import { droppedAt, eventsOf } from './gridEvents'
import { fixedOptions, gridViewOf, gridViews } from './gridOptions'
import { tilesFitting } from './roomView'
import { tileElement, tileKey } from './tileElement'
import { useDayHeads } from './useDayHeads'
import { popoverSelector } from './usePopoverEvents'
import { useTileWords } from './useTileWords'

const weekMilliseconds = 7 * 86_400_000

/** What stands around the grid and works with it. */
export interface Around {
  /** The grid, once it stands. */
  readonly api: () => CalendarApi | null
  readonly root: Ref<HTMLElement | null>
  /** The grid has been told other events. */
  readonly drawn: () => void
  /** An hour of a day was pressed. */
  readonly hourPressed: (day: PlainDate, time: ClockTime, at: MouseEvent) => void
  readonly isOverTray: (event: MouseEvent) => boolean
  readonly inTray: (id: string) => PostTile | undefined
}

/** FullCalendar's month and week over our posts: one stable set of options, plain DOM within. */
export function useGrid(tiles: Ref<readonly PostTile[]>, around: Around) {
  const { t, language } = useWords()
  const { may } = useMay()
  const screen = useCalendarScreen()
  const moves = usePostMoves()
  const words = usePostWords()
  const tileWords = useTileWords(words)
  const { headOf, tellAll } = useDayHeads(tiles)
  const byKey = computed(() => new Map(tiles.value.map((tile) => [tileKey(tile), tile])))
  const dropped = (start: string, allDay: boolean, view: string, tile: PostTile) =>
    droppedAt(tile, start, allDay, view === gridViews.week)

  function optionsFor(): CalendarOptions {
    const gridWords = {
      withoutTime: t('posts.grid.withoutTime'),
      more: (count: number) => t('posts.grid.more', { count }),
      moreHint: (count: number) => t('posts.grid.moreHint', { count }),
      close: t('common.close'),
    }
    return {
      ...fixedOptions(language.value, screen.view, screen.day, gridWords),
      events: (_, ok) => ok(eventsOf(tiles.value, may('posts.move'))),
      eventContent({ event, isMirror }) {
        const tile = byKey.value.get(event.id)
        if (tile === undefined) return true
        const element = tileElement(tile, tileWords(tile))
        // What is dragged along is a picture of the tile, not the tile.
        if (isMirror) delete element.dataset['tile']
        // Behind "+3 lagi" no day's number leads to them: each is a stop of its own.
        requestAnimationFrame(() => {
          if (element.closest(popoverSelector)) element.tabIndex = 0
        })
        return { domNodes: [element] }
      },
      dayCellTopContent: ({ date, dayNumberText, inPopover }) =>
        inPopover ? true : headOf(date, dayNumberText),
      dayHeaderContent: ({ date, text, inPopover, view }) =>
        inPopover || view.type === gridViews.month ? true : headOf(date, text),
      eventClick({ event }) {
        const tile = byKey.value.get(event.id)
        if (tile) screen.open(tile.id)
      },
      dateClick({ dateStr, allDay, jsEvent, view }) {
        const day = PlainDate.parse(dateStr.slice(0, 10))
        screen.day = day
        if (view.type !== gridViews.week || allDay) return
        around.hourPressed(day, ClockTime.parse(dateStr.slice(11, 16)), jsEvent)
      },
      eventDrop({ event, view, revert }) {
        const tile = byKey.value.get(event.id)
        if (!tile) {
          revert()
          return
        }
        const move = dropped(event.startStr, event.allDay, view.type, tile)
        void moves.move([tile], [move]).then((isMoved) => {
          if (!isMoved) revert()
        })
      },
      eventDragStop({ event, jsEvent }) {
        const tile = byKey.value.get(event.id)
        if (tile && around.isOverTray(jsEvent)) void moves.to(tile, null, null)
      },
      drop({ dateStr, allDay, draggedEl, view }) {
        const tile = around.inTray(draggedEl.dataset['post'] ?? '')
        if (!tile) return
        const { day, time } = dropped(dateStr, allDay, view.type, tile)
        void moves.to(tile, day, time)
      },
      eventsSet: () => void nextTick(around.drawn),
    }
  }

  // Made once for each language, which is another grid; everything else is told to the one that
  // stands. A computed value would be made anew with every change of what it reads.
  const options = shallowRef(markRaw(optionsFor()))
  watch(language, () => {
    options.value = markRaw(optionsFor())
  })

  const { accounts, phases } = words
  watch([tiles, accounts, phases], () => around.api()?.refetchEvents())
  watch(
    () => [screen.view, screen.day] as const,
    ([view, day]) => {
      const api = around.api()
      if (api === null || view === 'list') return
      const wanted = gridViewOf(view)
      const { type, currentStart, currentEnd } = api.view
      const at = Date.parse(`${day}T00:00:00Z`)
      if (type !== wanted) api.changeView(wanted, day)
      else if (at < currentStart.getTime() || at >= currentEnd.getTime()) api.gotoDate(day)
    },
    { flush: 'post' },
  )

  function makeRoom(): void {
    const height = around.root.value?.clientHeight ?? 0
    const { from, to } = screen.shown
    const weeks = (Date.parse(to) - Date.parse(from)) / weekMilliseconds
    if (height === 0 || screen.view !== 'month') return
    const most = tilesFitting(height, Math.round(weeks), screen.dense)
    const api = around.api()
    if (api?.getOption('dayMaxEvents') !== most) api?.setOption('dayMaxEvents', most)
  }
  const sized = new ResizeObserver(makeRoom)
  watch(around.root, (element) => {
    sized.disconnect()
    if (element) sized.observe(element)
  })
  watch([() => screen.shown, () => screen.dense, options], makeRoom, { flush: 'post' })
  onBeforeUnmount(() => sized.disconnect())
  return { options, byKey, tellAll }
}
