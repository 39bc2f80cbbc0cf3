import { onBeforeUnmount, onMounted, watch } from 'vue'
import { useGate } from '../../workspace/gate'
import { untilMidnight } from '../../accounts/today'

/**
 * Asks again when the page is shown, when somebody else sits down, when the day ends in Malaysia and
 * when somebody comes back to the window: time passes without any row changing.
 */
export function useRenewed(ask: () => Promise<unknown>): void {
  const { actor } = useGate()
  let waiting: ReturnType<typeof setTimeout> | undefined

  // A failure is shown where the answer is shown.
  const renew = (): void => void ask().catch(() => undefined)

  function waitForMidnight(): void {
    // A second later, so that no clock still says yesterday.
    waiting = setTimeout(
      () => {
        renew()
        waitForMidnight()
      },
      untilMidnight(Date.now()) + 1_000,
    )
  }

  watch(() => actor.value?.id, renew)
  onMounted(() => {
    renew()
    waitForMidnight()
    window.addEventListener('focus', renew)
  })
  onBeforeUnmount(() => {
    clearTimeout(waiting)
    window.removeEventListener('focus', renew)
  })
}
