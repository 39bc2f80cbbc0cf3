/** Counts crashes; answers whether another start is worth it. */
export interface RestartPolicy {
  /** Notes a crash at `now` (milliseconds); false when the limit within the span is reached. */
  mayRestart(now: number): boolean
}

/** Gives up at the third crash within a minute: a fourth start would only crash again. */
export function createRestartPolicy(limit = 3, spanMs = 60_000): RestartPolicy {
  let crashes: number[] = []
  return {
    mayRestart(now) {
      crashes = [...crashes.filter((at) => now - at < spanMs), now]
      return crashes.length < limit
    },
  }
}
