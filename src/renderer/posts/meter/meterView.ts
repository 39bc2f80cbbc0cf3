import type { Phase } from '#contract/cycles'
import { blankContent, PostKind, type PostContent } from '#contract/postContent'
import type { Completeness, PhaseStanding, PhaseSummary } from '#contract/postPhases'
import { MissingPart } from '#contract/posts'
import type { PersonId, PlainDate } from '#contract/values'

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

/** What the posts of a cycle lack themselves, whatever its targets. */
export interface PostGaps {
  /** Still to come out and lacking something. */
  readonly incomplete: number
  /** How many lack what, the part that most of them lack first. */
  readonly parts: readonly { readonly part: MissingPart; readonly count: number }[]
  /** Out without evidence of it. */
  readonly unproven: number
}

/** What the posts of all phases lack. */
export function postGapsOf({ phases }: Pick<PhaseSummary, 'phases'>): PostGaps {
  const total = (of: (phase: PhaseStanding) => number): number =>
    phases.reduce((sum, phase) => sum + of(phase), 0)
  const parts = MissingPart.options
    .map((part) => ({ part, count: total(({ missing }) => missing[part] ?? 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
  return {
    ...{ parts, incomplete: total(({ incomplete }) => incomplete) },
    unproven: total(({ unproven }) => unproven),
  }
}

function gapsOfPhase({ targets, daysLeft }: PhaseStanding, place: number): Gap[] {
  return targets
    .filter(({ missing }) => missing > 0)
    .map(({ kind, key, published, planned, missing }) => ({
      ...{ phase: place + 1, kind, key, missing, daysLeft },
      isBare: published + planned === 0,
    }))
}

/**
 * A post that fills a gap, with everything the plan knows: the phase, its owner, a day in it, and
 * both the piece and the category that are asked for, of which the one is the gap and the other what
 * the phase lacks most besides.
 * @param gaps all of them, of whatever phase
 * @param day on which it can come out; null where the phase is over
 * @param asker who plans it; owner where the phase has none
 */
export function postForGap(
  gap: Gap,
  gaps: readonly Gap[],
  phase: Phase,
  { day, asker, title }: { day: PlainDate | null; asker: PersonId | null; title: string },
): PostContent {
  return {
    ...blankContent(title, kindForGap(gap, gaps)),
    ...{ phaseId: phase.id, category: keyFor('category', gap, gaps) },
    ...{ ownerId: phase.ownerId ?? asker, day },
  }
}

/** What is made to fill a gap: how long that takes says on which day it can come out. */
export function kindForGap(gap: Gap, gaps: readonly Gap[]): PostKind {
  return PostKind.catch('infographic').parse(keyFor('piece', gap, gaps))
}

/** The gap's own key where it is of that sort; else of what its phase lacks most of the other. */
function keyFor(sort: Gap['kind'], gap: Gap, gaps: readonly Gap[]): string | null {
  if (gap.kind === sort) return gap.key
  const other = gaps.find((each) => each.phase === gap.phase && each.kind !== gap.kind)
  return other?.key ?? null
}
