import { isReopening, open, type ComplaintStatus } from '#contract/complaintStatus'
import type { Instant } from '#contract/values'

/** A change of status as the timeline has it, oldest first. */
export interface Move {
  readonly kind: 'status' | 'step-undone'
  readonly at: Instant
  readonly from: ComplaintStatus
  readonly to: ComplaintStatus
  readonly text: string
}

/** How a complaint stood before its last step. */
export interface StoodBefore {
  readonly status: ComplaintStatus
  readonly at: Instant
  readonly reason: string
  readonly settledAt: Instant | null
  readonly clocksFrom: Instant
  readonly reopened: number
}

/**
 * How it stood before the last step that was not undone; null where there is none. Ours: a mistake
 * leaves its trace and nothing else, so that a reopening that was undone is not counted.
 * @param settledBefore when it was settled before it came in from a sheet
 */
export function stoodBefore(
  moves: readonly Move[],
  registered: Instant,
  received: Instant,
  settledBefore: Instant | null = null,
): StoodBefore | null {
  const standing: Move[] = []
  for (const move of moves) {
    if (move.kind === 'status') standing.push(move)
    else standing.pop()
  }
  const last = standing.pop()
  if (last === undefined) return null
  const before = standing
  const previous = before.at(-1)
  const settled = before.findLast(({ from, to }) => open.includes(from) && !open.includes(to))
  const again = before.filter(({ from, to }) => isReopening(from, to))
  return {
    status: last.from,
    at: previous?.at ?? settledBefore ?? registered,
    reason: previous?.text ?? '',
    settledAt: open.includes(last.from) ? null : (settled?.at ?? settledBefore),
    clocksFrom: again.at(-1)?.at ?? received,
    reopened: again.length,
  }
}
