import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Milliseconds of `performance.now()`, twice a second, for what is told of work under way. */
export function useNow(): Readonly<Ref<number>> {
  const now = ref(performance.now())
  const ticking = setInterval(() => {
    now.value = performance.now()
  }, 500)
  onBeforeUnmount(() => clearInterval(ticking))
  return now
}
