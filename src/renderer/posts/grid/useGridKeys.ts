import { nextTick, onBeforeUnmount, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { PlainDate } from '#contract/values'
import { focusWhenDrawn } from '../../ui/focusWhenDrawn'
import { useCalendarScreen } from '../calendarScreen'
import { addDays } from '../calendarDays'
import { usePostCommands } from '../usePostCommands'
import { usePostMoves } from '../usePostMoves'
import { dayAfter, hourAfter, isHourKey, shiftOf } from './gridKeys'
import { tileKey } from './tileElement'
import { popoverSelector } from './usePopoverEvents'

/** Keys within the grid: between days, into a day's posts, and what is done to a post. */
export function useGridKeys(
  root: Ref<HTMLElement | null>,
  tileOf: (key: string) => PostTile | undefined,
  addOn: (day: PlainDate) => void,
) {
  const screen = useCalendarScreen()
  const moves = usePostMoves()
  const { trash } = usePostCommands()
  /** The tile that has the focus, by its key; kept while the grid draws it anew. */
  let held: string | null = null

  /** Those that are seen; what a day has no room for is drawn too, and hidden. */
  const tilesIn = (day: PlainDate, within: Element | null = root.value): HTMLElement[] =>
    [...(within?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])].filter(
      (element) =>
        tileOf(element.dataset['tile'] ?? '')?.day === day &&
        getComputedStyle(element).visibility !== 'hidden',
    )

  function focusDay(day = screen.day): void {
    root.value?.querySelector<HTMLElement>(`[data-day="${day}"] .day-number`)?.focus()
  }

  /** Whoever leaves a tile has left it; one that was taken away is looked for when it is drawn anew. */
  function onBlur({ target }: FocusEvent): void {
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected) {
        if (document.activeElement !== target && held === target.dataset['tile']) hold(null)
      }
    })
  }

  // The grid draws when it likes; it tells nobody when it has.
  const watching = new MutationObserver(refocus)

  /** Holds a tile, or none; the grid is watched only while there is something to give back. */
  function hold(tile: string | null): void {
    held = tile
    watching.disconnect()
    if (tile === null || root.value === null) return
    // A tile is hidden at first, until its place has been measured: hidden, it takes no focus.
    const attributes = { attributes: true, attributeFilter: ['style', 'class'] }
    watching.observe(root.value, { childList: true, subtree: true, ...attributes })
  }
  onBeforeUnmount(() => watching.disconnect())

  /** After the grid was drawn: what was focused in it has the focus again. */
  function refocus(): void {
    const { activeElement } = document
    if (held === null || (activeElement !== null && activeElement !== document.body)) return
    const selector = `[data-tile="${CSS.escape(held)}"]`
    root.value?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  }

  function onFocus({ target }: FocusEvent): void {
    const tile = target instanceof HTMLElement ? target.dataset['tile'] : undefined
    hold(tile ?? null)
    const day = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null
    if (day) screen.day = PlainDate.parse(day.dataset['day'])
  }

  async function onDayKey(event: KeyboardEvent, day: PlainDate): Promise<void> {
    const to = dayAfter(event.key, day)
    if (to !== null) {
      event.preventDefault()
      screen.day = to
      await nextTick()
      focusDay(to)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      const [first] = tilesIn(day)
      if (first) first.focus()
      else addOn(day)
    }
  }

  function onTileKey(event: KeyboardEvent, tile: PostTile, element: HTMLElement): void {
    const days = shiftOf(event)
    const box = element.closest(popoverSelector)
    // The box closes by itself, and gives the focus back.
    if (event.key === 'Escape' && box) return
    if (screen.view === 'week' && tile.time !== null && isHourKey(event)) void toHour(event, tile)
    else if (days !== null) void shift(tile, days)
    else if (event.altKey || event.ctrlKey || event.metaKey) return
    else if (event.key === 'Enter' || event.key === ' ') screen.open(tile.id)
    else if (event.key === 'Delete') void trash([tile])
    else if (event.key.toLowerCase() === 'm') moves.date([tile])
    else if (event.key === 'Escape' && tile.day !== null && !screen.paneOpen) focusDay(tile.day)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (tile.day !== null) step(tile.day, element, box, event.key === 'ArrowDown' ? 1 : -1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** What leaves the drawn days is followed there, and has the focus again once it is drawn. */
  async function shift(tile: PostTile, days: number): Promise<void> {
    const { from, to } = screen.shown
    if (!(await moves.shift([tile], days)) || tile.day === null) return
    const day = addDays(tile.day, days)
    held = tileKey({ ...tile, day })
    if (day < from || day > to) screen.day = day
  }

  /** In the week the arrows up and down go along its hours; at the day's ends they lead nowhere. */
  async function toHour(event: KeyboardEvent, tile: PostTile): Promise<void> {
    const time = tile.time === null ? null : hourAfter(event, tile.time)
    if (time === null || tile.day === null) return
    if (await moves.to(tile, tile.day, time)) hold(tileKey({ ...tile, time }))
  }

  /** To the next post of the day; past the last that is seen, to those behind "+3 lagi". */
  function step(day: PlainDate, from: HTMLElement, box: Element | null, by: 1 | -1): void {
    const all = tilesIn(day, box ?? root.value)
    const next = all[all.indexOf(from) + by]
    if (next) next.focus()
    else if (by === -1) focusDay(day)
    else if (box === null) void showMore(day, new Set(all.map(({ dataset }) => dataset['tile'])))
  }

  async function showMore(day: PlainDate, seen: ReadonlySet<string | undefined>): Promise<void> {
    const cell = root.value?.querySelector(`[data-day="${day}"]`)?.closest('.cal-cell')
    const more = cell?.querySelector<HTMLElement>('.cal-more')
    if (!more) return
    more.click()
    await focusWhenDrawn(
      () =>
        tilesIn(day, document.querySelector(popoverSelector)).find(
          ({ dataset }) => !seen.has(dataset['tile']),
        ) ?? null,
      () => screen.day === day,
      {},
    )
  }

  function onKey(event: KeyboardEvent): void {
    const { target } = event
    if (!(target instanceof HTMLElement)) return
    const tile = tileOf(target.dataset['tile'] ?? '')
    if (tile) onTileKey(event, tile, target)
    else if (target.classList.contains('day-number')) void onDayKey(event, screen.day)
  }

  return { onKey, onFocus, onBlur, focusDay }
}
