import type { Completeness, PhaseStanding, PhaseSummary } from '#contract/postPhases'

/** The three lengths of the meter, in the order in which they stand. */
export const lengths = ['published', 'planned', 'missing'] as const
export type Length = (typeof lengths)[number]

/** What the meter draws: lengths that are there, as shares that add up to 1. */
export function stretches(
  of: Completeness,
): readonly { readonly length: Length; readonly share: number }[] {
  if (of.wanted === 0) return []
  return lengths
    .filter((length) => of[length] > 0)
    .map((length) => ({ length, share: of[length] / of.wanted }))
}

/**
 * Shares of what is wanted: of what is out, and of what is out or planned. Never 100% while
 * something lacks, never 0% once something is there.
 */
export function sharesOf({ wanted, published, planned }: Completeness): {
  readonly published: number
  readonly all: number
} {
  return { published: honest(published, wanted), all: honest(published + planned, wanted) }
}

/** In whole hundredths, the ends kept for what is nothing and what is everything. */
function honest(count: number, of: number): number {
  if (of === 0 || count === 0) return 0
  if (count >= of) return 1
  return Math.min(0.99, Math.max(0.01, Math.round((count / of) * 100) / 100))
}

/** A target that lacks posts. */
export interface Gap {
  /** Number of the phase. */
  readonly phase: number
  readonly kind: 'category' | 'piece'
  readonly key: string
  /** Nothing of it is there or planned. */
  readonly isBare: boolean
  readonly missing: number
  readonly daysLeft: number
}

/**
 * What is missing of the targets: phases that end soonest first, those that are over last (the
 * latest of them first); within a phase what is missing most.
 */
export function gapsOf({ phases }: Pick<PhaseSummary, 'phases'>): Gap[] {
  return phases.flatMap(gapsOfPhase).toSorted(
    (one, other) =>
      Number(one.daysLeft < 0) - Number(other.daysLeft < 0) ||
      Math.abs(one.daysLeft) - Math.abs(other.daysLeft) ||
      other.missing - one.missing ||
      // Where all is the same the order stays that of the targets.
      one.phase - other.phase,
  )
}

function gapsOfPhase({ targets, daysLeft }: PhaseStanding, place: number): Gap[] {
  return targets
    .filter(({ missing }) => missing > 0)
    .map(({ kind, key, published, planned, missing }) => ({
      ...{ phase: place + 1, kind, key, missing, daysLeft },
      isBare: published + planned === 0,
    }))
}
