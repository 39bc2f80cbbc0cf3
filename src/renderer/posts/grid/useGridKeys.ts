import { nextTick, onBeforeUnmount, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { PlainDate } from '#contract/values'
import { useCalendarScreen } from '../calendarScreen'
import { usePostCommands } from '../usePostCommands'
import { usePostMoves } from '../usePostMoves'
import { dayAfter, shiftOf } from './gridKeys'

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

  const tilesIn = (day: PlainDate): HTMLElement[] =>
    [...(root.value?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])].filter(
      (element) => tileOf(element.dataset['tile'] ?? '')?.day === day,
    )

  function focusDay(day = screen.day): void {
    root.value?.querySelector<HTMLElement>(`[data-day="${day}"] .day-number`)?.focus()
  }

  /** Whoever leaves a tile has left it; one that was taken away is looked for when it is drawn anew. */
  function onBlur({ target }: FocusEvent): void {
    queueMicrotask(() => {
      if (target instanceof HTMLElement && target.isConnected) {
        if (document.activeElement !== target && held === target.dataset['tile']) held = null
      }
    })
  }

  // The grid draws when it likes; it tells nobody when it has.
  const watching = new MutationObserver(refocus)
  watch(root, (element) => {
    watching.disconnect()
    // A tile is hidden at first, until its place has been measured: hidden, it takes no focus.
    const attributes = { attributes: true, attributeFilter: ['style', 'class'] }
    if (element) watching.observe(element, { childList: true, subtree: true, ...attributes })
  })
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
    held = tile ?? null
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
    if (days !== null) void moves.shift([tile], days)
    else if (event.altKey || event.ctrlKey || event.metaKey) return
    else if (event.key === 'Enter' || event.key === ' ') screen.open(tile.id)
    else if (event.key === 'Delete') void trash([tile])
    else if (event.key.toLowerCase() === 'm') moves.date([tile])
    else if (event.key === 'Escape' && tile.day !== null && !screen.paneOpen) focusDay(tile.day)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = tile.day === null ? [] : tilesIn(tile.day)
      const next = all[all.indexOf(element) + (event.key === 'ArrowDown' ? 1 : -1)]
      if (next) next.focus()
      else if (event.key === 'ArrowUp' && tile.day !== null) focusDay(tile.day)
    } else return
    event.preventDefault()
    event.stopPropagation()
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
