import type { CalendarApi, CalendarOptions } from '@fullcalendar/vue3'
import { computed, markRaw, nextTick, onBeforeUnmount, ref, shallowRef, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { ClockTime, PlainDate } from '#contract/values'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCalendarScreen } from '../calendarScreen'
import { usePostMoves } from '../usePostMoves'
import { usePostWords } from '../usePostWords'
import { droppedAt, eventsOf } from './gridEvents'
import { bareCell, fixedOptions, gridViewOf, gridViews } from './gridOptions'
import { keptWhile } from './keptWhile'
import { roomAcross, tilesFitting, tilesWithoutTime, type RoomAcross } from './roomView'
import { tileElement, tileKey } from './tileElement'
import { useDayHeads } from './useDayHeads'
import { popoverSelector } from './usePopoverEvents'
import { useTileWords } from './useTileWords'

const weekMilliseconds = 7 * 86_400_000

/** The grid, with what it can do and its published type leaves out. */
interface GridApi extends CalendarApi {
  /** Draws once what the calls within ask for. */
  batchRendering(calls: () => void): void
}

/** What stands around the grid and works with it. */
export interface Around {
  /** The grid, once it stands. */
  readonly api: () => GridApi | null
  readonly root: Ref<HTMLElement | null>
  /** The tiles are those of the days that are wanted, not of those that were shown before. */
  readonly isSettled: () => boolean
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
  const { headOf, tellAll, cellStands, cellGoes } = useDayHeads(tiles)
  /** Others may sit down here while the grid stands. */
  const mayMove = computed(() => may('posts.move'))
  const byKey = computed(() => new Map(tiles.value.map((tile) => [tileKey(tile), tile])))
  const dropped = (start: string, allDay: boolean, view: string, tile: PostTile) =>
    droppedAt(tile, start, allDay, view === gridViews.week)

  const keptEvents = keptWhile([mayMove], (all: readonly PostTile[]) =>
    eventsOf(all, mayMove.value),
  )
  const keptElement = keptWhile([language, words.accounts, words.phases], elementOf)

  function elementOf(tile: PostTile): HTMLElement {
    return tileElement(tile, tileWords(tile))
  }

  /** The tile as it was drawn before, unless it stands: behind "+3 lagi" is another of it. */
  function drawn(tile: PostTile): HTMLElement {
    const before = keptElement(tile)
    if (before.isConnected) return elementOf(tile)
    before.tabIndex = -1
    return before
  }

  function optionsFor(): CalendarOptions {
    const gridWords = {
      withoutTime: t('posts.grid.withoutTime'),
      more: (count: number) => t('posts.grid.more', { count }),
      moreHint: (count: number) => t('posts.grid.moreHint', { count }),
      close: t('common.close'),
    }
    return {
      ...fixedOptions(
        language.value,
        screen.view,
        { day: screen.day, starts: screen.weekStartsOn },
        gridWords,
      ),
      events: (_, ok) => ok(keptEvents(tiles.value)),
      eventContent({ event, isMirror }) {
        const tile = byKey.value.get(event.id)
        if (tile === undefined) return true
        makeStops()
        if (!isMirror) return { domNodes: [drawn(tile)] }
        // What is dragged along is a picture of the tile, not the tile.
        const element = elementOf(tile)
        delete element.dataset['tile']
        return { domNodes: [element] }
      },
      dayCellTopContent: ({ date, dayNumberText, inPopover }) =>
        inPopover ? true : headOf(date, dayNumberText),
      dayHeaderContent: ({ date, text, inPopover, view }) =>
        inPopover || view.type === gridViews.month ? true : headOf(date, text),
      dayCellDidMount({ el, date, inPopover }) {
        bareCell(el)
        if (!inPopover) cellStands(el, date)
      },
      dayHeaderDidMount({ el, date, inPopover, view }) {
        bareCell(el)
        if (!inPopover && view.type === gridViews.week) cellStands(el, date)
      },
      dayLaneDidMount: ({ el, date }) => cellStands(el, date),
      dayCellWillUnmount: ({ el }) => cellGoes(el),
      dayHeaderWillUnmount: ({ el }) => cellGoes(el),
      dayLaneWillUnmount: ({ el }) => cellGoes(el),
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

  let willMakeStops = false
  /** Behind "+3 lagi" no day's number leads to the posts: each is a stop of its own. */
  function makeStops(): void {
    if (willMakeStops) return
    willMakeStops = true
    requestAnimationFrame(() => {
      willMakeStops = false
      for (const tile of document.querySelectorAll<HTMLElement>(`${popoverSelector} .post-tile`)) {
        tile.tabIndex = 0
      }
    })
  }

  // Made once for each language and beginning of weeks, which is another grid; everything else is told to the one that
  // stands. A computed value would be made anew with every change of what it reads.
  const options = shallowRef(markRaw(optionsFor()))
  watch([language, () => screen.weekStartsOn], () => {
    options.value = markRaw(optionsFor())
  })

  /** What the grid has been told of tiles, accounts, phases and rights. */
  let told: readonly unknown[] = []
  const { accounts, phases } = words
  watch(() => [screen.view, screen.day, screen.dense, around.isSettled()], draw, { flush: 'post' })
  watch([tiles, accounts, phases, options, mayMove], draw, { flush: 'post' })

  /**
   * Brings the grid to the days, tiles and room that are wanted, all at one drawing: each of them
   * by itself would draw the whole month anew. Other days wait for their tiles.
   */
  function draw(): void {
    const api = around.api()
    if (api === null || (screen.view !== 'month' && screen.view !== 'week')) return
    if (!around.isSettled()) return
    api.batchRendering(() => {
      makeRoom(api)
      const now = [tiles.value, accounts.value, phases.value, mayMove.value]
      const isOther = now.some((each, at) => each !== told[at])
      told = now
      // Days that are left for others ask for their events by themselves.
      if (!moveTo(api) && isOther) api.refetchEvents()
    })
  }

  /** Whether the grid showed other days before. */
  function moveTo(api: CalendarApi): boolean {
    const wanted = gridViewOf(screen.view)
    const { type, currentStart, currentEnd } = api.view
    const at = Date.parse(`${screen.day}T00:00:00Z`)
    if (type !== wanted) api.changeView(wanted, screen.day)
    else if (at < currentStart.getTime() || at >= currentEnd.getTime()) api.gotoDate(screen.day)
    else return false
    return true
  }

  function makeRoom(api: CalendarApi): void {
    const { from, to } = screen.shown
    const weeks = (Date.parse(to) - Date.parse(from)) / weekMilliseconds
    if (height === 0) return
    // Told for each view: the grid keeps it for whichever comes next.
    const most =
      screen.view === 'week'
        ? tilesWithoutTime
        : tilesFitting(height, Math.round(weeks), screen.dense)
    if (api.getOption('dayMaxEvents') !== most) api.setOption('dayMaxEvents', most)
  }
  /** Pixels of the grid, kept: to ask the page would make it lay itself out in between. */
  let height = 0
  const room = ref<RoomAcross>('usual')
  const sized = new ResizeObserver(([entry]) => {
    height = entry?.contentRect.height ?? 0
    room.value = roomAcross(entry?.contentRect.width ?? 0)
    draw()
  })
  watch(around.root, (element) => {
    sized.disconnect()
    if (element) sized.observe(element)
  })
  onBeforeUnmount(() => sized.disconnect())
  return { options, byKey, room, tellAll }
}
