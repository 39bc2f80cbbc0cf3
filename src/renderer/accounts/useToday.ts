import { onScopeDispose, ref, type Ref } from 'vue'
import type { PlainDate } from '#contract/values'
import { todayInMalaysia, untilMidnight } from './today'

/**
 * The day it is in Malaysia, also after midnight on a page that stays open, and after a computer
 * was asleep over it.
 */
export function useToday(): Readonly<Ref<PlainDate>> {
  const today = ref(todayInMalaysia())
  let waiting: ReturnType<typeof setTimeout> | undefined

  function look(): void {
    clearTimeout(waiting)
    today.value = todayInMalaysia()
    // A second later, so that no clock still says yesterday.
    waiting = setTimeout(look, untilMidnight(Date.now()) + 1_000)
  }

  look()
  window.addEventListener('focus', look)
  onScopeDispose(() => {
    clearTimeout(waiting)
    window.removeEventListener('focus', look)
  })
  return today
}
