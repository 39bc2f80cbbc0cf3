import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

const minute = 60_000

/**
 * The moment it is, in milliseconds since 1970, renewed each minute and when somebody comes back to
 * the window: time passes without any row changing.
 * @param ask asked again each time; what fails is shown where the answer is shown
 */
export function useMinutes(ask: () => Promise<unknown> = () => Promise.resolve()): Ref<number> {
  const now = ref(Date.now())
  let turn: ReturnType<typeof setInterval> | undefined

  function renew(): void {
    now.value = Date.now()
    void ask().catch(() => undefined)
  }

  onMounted(() => {
    turn = setInterval(renew, minute)
    window.addEventListener('focus', renew)
  })
  onBeforeUnmount(() => {
    clearInterval(turn)
    window.removeEventListener('focus', renew)
  })
  return now
}
