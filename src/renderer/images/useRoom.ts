import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

export interface Room {
  readonly width: number
  readonly height: number
}

/** Inner size of an element in pixels, followed as it changes; 0 until it is known. */
export function useRoom(element: Ref<HTMLElement | null>): Readonly<Ref<Room>> {
  const room = ref<Room>({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    if (entry) room.value = { width: entry.contentRect.width, height: entry.contentRect.height }
  })
  watch(
    element,
    (now, before) => {
      if (before) observer.unobserve(before)
      if (now) observer.observe(now)
    },
    { immediate: true, flush: 'post' },
  )
  onBeforeUnmount(() => observer.disconnect())
  return room
}
