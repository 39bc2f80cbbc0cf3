/** Whether the screen is covered, and when it covers itself. */
export interface ScreenLock {
  readonly isLocked: boolean
  lock(): void
  unlock(): void
  /** Somebody is there: the idle time begins anew. */
  touch(): void
  /** After so many seconds without a touch; 0 = never. */
  setIdle(seconds: number): void
  /** True once nobody has touched anything for that long, whether or not it is locked yet. */
  isIdle(): boolean
  stop(): void
}

/** A computer that slept counts no time meanwhile, so the time of day is looked at this often. */
const lookEveryMs = 5_000

/**
 * Counts idle time by the time of day and calls `onIdle` when it is up. The page only tells of keys
 * and the mouse: one that tells nothing is locked.
 */
export function watchIdle(onIdle: () => void, now: () => number = Date.now): ScreenLock {
  let isLocked = false
  let idleMs = 0
  let touchedAt = now()
  let timer: NodeJS.Timeout | null = null

  const left = (): number => touchedAt + idleMs - now()
  const isIdle = (): boolean => !isLocked && idleMs > 0 && left() <= 0

  function look(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isLocked || idleMs === 0) return
    if (isIdle()) {
      onIdle()
      return
    }
    timer = setTimeout(look, Math.min(Math.max(left(), 10), lookEveryMs))
    timer.unref()
  }

  return {
    get isLocked() {
      return isLocked
    },
    lock() {
      isLocked = true
      look()
    },
    unlock() {
      isLocked = false
      touchedAt = now()
      look()
    },
    touch() {
      // A screen whose time is up stays up: a key pressed at last does not turn it back.
      if (isLocked || isIdle()) return
      touchedAt = now()
    },
    setIdle(seconds) {
      idleMs = seconds * 1000
      touchedAt = now()
      look()
    },
    isIdle,
    stop() {
      if (timer !== null) clearTimeout(timer)
      idleMs = 0
    },
  }
}
