import { onBeforeUnmount, onMounted } from 'vue'
import { untilMidnight } from './boardView'

/**
 * Asks again when the day ends in Malaysia, and when somebody comes back to the window: time passes
 * without any row changing.
 */
export function useRenewed(ask: () => Promise<unknown>): void {
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

  onMounted(() => {
    waitForMidnight()
    window.addEventListener('focus', renew)
  })
  onBeforeUnmount(() => {
    clearTimeout(waiting)
    window.removeEventListener('focus', renew)
  })
}
