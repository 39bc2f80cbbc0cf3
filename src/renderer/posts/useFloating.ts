import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { PostTile } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'

/** Pixels of the window, from its top left. */
interface Place {
  readonly x: number
  readonly y: number
}

/** Small things that float over the calendar: the form for a new post, the menu of a post. */
export const useFloating = defineStore('calendar-floating', () => {
  const add = shallowRef<
    (Place & { readonly day: PlainDate | null; readonly time: ClockTime | null }) | null
  >(null)
  const menu = shallowRef<(Place & { readonly tile: PostTile }) | null>(null)
  /** The day whose rhythm is told. */
  const rhythm = shallowRef<(Place & { readonly day: PlainDate }) | null>(null)

  /**
   * The menu of a post where it was asked for: by the right button, or by Shift+F10 and the menu
   * key, which have no place of their own.
   */
  function openMenu(event: MouseEvent, tile: PostTile, of: Element): void {
    event.preventDefault()
    const { left, bottom } = of.getBoundingClientRect()
    const isPointer = event.clientX > 0
    menu.value = {
      tile,
      x: isPointer ? event.clientX : left,
      y: isPointer ? event.clientY : bottom,
    }
  }

  return { add, menu, rhythm, openMenu }
})
