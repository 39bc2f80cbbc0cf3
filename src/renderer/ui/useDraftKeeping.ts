import { onBeforeUnmount, readonly, ref, shallowRef, watch, type Ref } from 'vue'
import type { Instant } from '#contract/values'

/** Rest after the last change before what was typed is kept. */
export const restMilliseconds = 3_000
/** What could not be kept is tried again. */
const againMilliseconds = 10_000

export interface DraftKeeping {
  /** When the typing was last kept; null while nothing is. */
  readonly keptAt: Readonly<Ref<Instant | null>>
  /** The last try failed. */
  readonly failed: Readonly<Ref<boolean>>
  /** Keeps at once what is not kept yet. */
  flush(): Promise<void>
  /** Waits for what is on its way; nothing is sent meanwhile by itself. */
  settle(): Promise<void>
  /** Nothing is kept any more: it was saved or thrown away. */
  stop(): Promise<void>
  /** What was kept before this form was opened stands in it now. */
  took(at: Instant): void
}

/**
 * Keeps half-typed text without being asked: after a rest, when a field or the window is left, and
 * when the form closes.
 * @param content what is kept; null while there is nothing worth keeping
 */
export function useDraftKeeping<T>(
  content: () => T | null,
  keep: (content: T) => Promise<Instant>,
  drop: () => Promise<unknown>,
): DraftKeeping {
  const keptAt = ref<Instant | null>(null)
  const failed = ref(false)
  /** What was last sent, by identity: a form is never changed in place. */
  const sent = shallowRef<T | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: Promise<void> = Promise.resolve()

  function wait(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    const now = content()
    if (now === null || now === sent.value) return underWay
    sent.value = now
    underWay = underWay.then(() => send(now))
    return underWay
  }

  async function send(now: T): Promise<void> {
    try {
      keptAt.value = await keep(now)
      failed.value = false
    } catch {
      failed.value = true
      if (sent.value === now) sent.value = null
      wait(againMilliseconds)
    }
  }

  async function settle(): Promise<void> {
    clearTimeout(timer)
    await underWay
  }

  async function stop(): Promise<void> {
    await settle()
    sent.value = null
    keptAt.value = null
    failed.value = false
  }

  watch(content, (now) => {
    if (now !== null) wait(restMilliseconds)
    // Typed back to what is saved: an older draft must not be offered later.
    else if (keptAt.value !== null)
      void stop()
        .then(drop)
        .catch(() => undefined)
    else clearTimeout(timer)
  })

  const onLeave = (): void => void flush()
  window.addEventListener('blur', onLeave)
  window.addEventListener('pagehide', onLeave)
  onBeforeUnmount(() => {
    window.removeEventListener('blur', onLeave)
    window.removeEventListener('pagehide', onLeave)
    void flush().finally(() => {
      clearTimeout(timer)
    })
  })

  return {
    ...{ keptAt: readonly(keptAt), failed: readonly(failed), flush, settle, stop },
    took(at) {
      keptAt.value = at
      sent.value = content()
    },
  }
}
