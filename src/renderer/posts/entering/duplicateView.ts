import type { PhaseId } from '#contract/cycles'
import { farthestShift, type Duplication } from '#contract/postEntering'
import type { PostTile } from '#contract/posts'

/** What the phase choice of the dialog says: as the original, by the new day, or a phase. */
export type PhaseWish = 'kept' | 'by-day' | PhaseId

/** What was typed for copies, as the workspace takes it; null where the days are not sound. */
export function duplicationOf(
  tiles: readonly Pick<PostTile, 'id'>[],
  days: number,
  workingDays: boolean,
  phase: PhaseWish,
): Duplication | null {
  // A post may stand in several tiles.
  const ids = [...new Set(tiles.map(({ id }) => id))]
  if (ids.length === 0 || !Number.isInteger(days) || Math.abs(days) > farthestShift) return null
  return { ids, shiftDays: days, workingDays, toPhase: phase === 'kept' ? null : phase }
}
