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
  return { add, menu, rhythm }
})
