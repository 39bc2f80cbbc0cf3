import { onBeforeUnmount, onMounted } from 'vue'
import { useClient } from '../workspace/calls'
import { useGate } from '../workspace/gate'

/** The workspace need not hear of every movement. */
const atMostEveryMs = 1_000

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Tells the workspace of keys, mouse and touch, so that it does not lock the screen of somebody who
 * is there. It decides; a page that tells nothing is locked. Events made by scripts do not count.
 */
export function useIdleTold(): void {
  const { call } = useClient()
  const gate = useGate()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function onSign(event: Event): void {
    if (!event.isTrusted || waiting !== undefined || !gate.isOpen.value) return
    tell()
    waiting = setTimeout(() => {
      waiting = undefined
    }, atMostEveryMs)
  }

  function tell(): void {
    // A workspace that is being started again counts from its start.
    call('gate.stillHere', {}).catch(() => undefined)
  }

  onMounted(() => {
    for (const sign of signs)
      window.addEventListener(sign, onSign, { capture: true, passive: true })
  })
  onBeforeUnmount(() => {
    clearTimeout(waiting)
    for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
  })
}
