import type { Phase } from '#contract/cycles'
import { blankContent, PostKind, type PostContent } from '#contract/postContent'
import type { Completeness, PhaseStanding, PhaseSummary } from '#contract/postPhases'
import type { PersonId, PlainDate } from '#contract/values'
import { addDays } from '../calendarDays'

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

/** So many days from today a post that fills a gap is planned at the earliest (ours). */
const daysToMake = 7

/**
 * A post that fills a gap, with everything the plan knows: the phase, its owner, a day in it, and
 * both the piece and the category that are asked for, of which the one is the gap and the other what
 * the phase lacks most besides.
 * @param gaps all of them, of whatever phase
 * @param asker who plans it; owner where the phase has none
 */
export function postForGap(
  gap: Gap,
  gaps: readonly Gap[],
  phase: Phase,
  { today, asker, title }: { today: PlainDate; asker: PersonId | null; title: string },
): PostContent {
  const other = gaps.find((each) => each.phase === gap.phase && each.kind !== gap.kind)
  const keyOf = (kind: Gap['kind']) =>
    gap.kind === kind ? gap.key : other?.kind === kind ? other.key : null
  return {
    ...blankContent(title, PostKind.catch('infographic').parse(keyOf('piece'))),
    ...{ phaseId: phase.id, category: keyOf('category'), ownerId: phase.ownerId ?? asker },
    day: dayWithin(phase, today),
  }
}

/** The first weekday on which a post can be made in time; null once the phase is over. */
function dayWithin({ startsOn, endsOn }: Phase, today: PlainDate): PlainDate | null {
  if (endsOn < today) return null
  const soonest = addDays(today, daysToMake)
  const first = onWeekday(soonest < startsOn ? startsOn : soonest)
  return first <= endsOn ? first : endsOn
}

/** The day itself, or the Monday after it (Saturday and Sunday rest at headquarters). */
function onWeekday(day: PlainDate): PlainDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}
