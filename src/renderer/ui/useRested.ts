import { onBeforeUnmount, shallowRef, watch, type Ref, type ShallowRef } from 'vue'

const restMilliseconds = 400

/** What a value is once it has rested: for work that is too much for every letter typed. */
export function useRested<T>(source: Readonly<Ref<T>>): Readonly<ShallowRef<T>> {
  const rested = shallowRef(source.value)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (now) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      rested.value = now
    }, restMilliseconds)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return rested
}
