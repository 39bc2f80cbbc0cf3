import { WorkspaceError } from '#contract/errors'
import type { Clock } from '../context.ts'

/** Wrong tries in a row that cost nothing: anybody mistypes. */
const freeTries = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 3_600

/** Seconds to wait after so many wrong tries in a row: none, then 30 and twice as long each time. */
export function waitAfter(wrongTries: number): number {
  if (wrongTries < freeTries) return 0
  return Math.min(firstWaitSeconds * 2 ** (wrongTries - freeTries), longestWaitSeconds)
}

/** Wrong PINs in a row, person by person; kept in memory only. */
export interface Tries {
  /** @throws WorkspaceError `people.pin-wait` with the seconds left */
  refuseWhileWaiting(id: string): void
  /** Counts a wrong PIN and says so, or how long to wait. */
  wrong(id: string): WorkspaceError
  /** The right PIN, or no PIN any more: what was counted is forgotten. */
  forget(id: string): void
}

export function countTries(clock: Clock): Tries {
  const counted = new Map<string, { wrong: number; until: number }>()
  const now = (): number => Date.parse(clock.now())

  function refuseWhileWaiting(id: string): void {
    const left = (counted.get(id)?.until ?? 0) - now()
    if (left > 0) throw new WorkspaceError('people.pin-wait', { seconds: Math.ceil(left / 1000) })
  }

  return {
    refuseWhileWaiting,
    wrong(id) {
      const wrong = (counted.get(id)?.wrong ?? 0) + 1
      const seconds = waitAfter(wrong)
      counted.set(id, { wrong, until: now() + seconds * 1000 })
      return seconds === 0
        ? new WorkspaceError('people.wrong-pin')
        : new WorkspaceError('people.pin-wait', { seconds })
    },
    forget: (id) => void counted.delete(id),
  }
}
