import { onBeforeUnmount, ref, watch, type Ref } from 'vue'

/** Inner width of an element in pixels, followed as it changes; 0 until it is known. */
export function useWidth(element: Ref<HTMLElement | null>): Readonly<Ref<number>> {
  const width = ref(0)
  const observer = new ResizeObserver(([entry]) => {
    if (entry) width.value = entry.contentRect.width
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
  return width
}
