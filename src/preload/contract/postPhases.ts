import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command, query } from './call.ts'
import { CycleId, PhaseId, TargetKind } from './cycles.ts'
import { PostKind } from './postContent.ts'
import { MissingPart, PostFilter, PostPage } from './posts.ts'
import { ReferenceKey } from './reference.ts'
import { PlainDate } from './values.ts'

/**
 * How far posts are on their way: not approved yet, approved or ready, out. `stopped` are those on
 * hold or cancelled: no target waits for them.
 */
export const Progress = z.enum(['planned', 'approved', 'published', 'stopped'])
export type Progress = z.infer<typeof Progress>

const Count = z.number().int().min(0)

/** Posts by their progress. */
export const ProgressCounts = z.record(Progress, Count)
export type ProgressCounts = z.infer<typeof ProgressCounts>

/**
 * How much of what is wanted is there, as three lengths that add up to `wanted`: never more is
 * counted for a target than it wants.
 */
export const Completeness = z.object({
  wanted: Count,
  published: Count,
  /** On their way: planned, approved or ready. */
  planned: Count,
  /** Of which there is no post yet. */
  missing: Count,
})
export type Completeness = z.infer<typeof Completeness>

/** One target, or a category or kind that has posts without being wanted (`wanted` 0). */
export const TargetState = z.object({
  kind: TargetKind,
  key: ReferenceKey,
  wanted: Count,
  /** All that came out, more than wanted too. */
  published: Count,
  /** All on their way. */
  planned: Count,
  missing: Count,
})
export type TargetState = z.infer<typeof TargetState>

/** Posts with a slot in one week, of one wave category. */
export const WeekCount = z.object({
  /** The first day of the week: a Monday, or a Sunday where the office's weeks begin so. */
  week: PlainDate,
  /** Null: without a category. */
  category: ReferenceKey.nullable(),
  count: Count,
})
export type WeekCount = z.infer<typeof WeekCount>

/** Where a phase stands. Posts in the trash are left out of everything. */
export const PhaseStanding = z.object({
  phaseId: PhaseId,
  counts: ProgressCounts,
  completeness: Completeness,
  /** Targets in the order of their names, categories first. */
  targets: z.array(TargetState),
  /** From today to the phase's last day; 0 on that day, less once it is over. */
  daysLeft: z.number().int(),
  /** How many posts still to come out lack each part. */
  missing: z.partialRecord(MissingPart, Count),
  /** How many posts still to come out lack any part. */
  incomplete: Count,
  /** How many came out without evidence of it: see `PostFilter.unproven`. */
  unproven: Count,
  /**
   * By week, then category, a post once in each week in which it has a slot; stopped posts and those
   * without a day are left out.
   */
  weeks: z.array(WeekCount),
})
export type PhaseStanding = z.infer<typeof PhaseStanding>

export const PhaseSummary = z.object({
  cycleId: CycleId,
  completeness: Completeness,
  /** In their order. */
  phases: z.array(PhaseStanding).length(5),
})
export type PhaseSummary = z.infer<typeof PhaseSummary>

/** How a day of the year heat map is: something expired, something incomplete, or neither. */
export const DayState = z.enum(['ok', 'incomplete', 'expired'])
export type DayState = z.infer<typeof DayState>

/** A day that has posts, counted by their slots: once more where an account has one of its own. */
export const YearDay = z.object({
  day: PlainDate,
  count: z.number().int().positive(),
  /** Still to come out and lacking something. */
  incomplete: Count,
  expired: Count,
  /** The worst of its posts. */
  state: DayState,
})
export type YearDay = z.infer<typeof YearDay>

export const postPhases = {
  /** The filter narrows the weeks alone: targets are of all posts. */
  phaseSummary: query(z.object({ cycleId: CycleId, filter: PostFilter }), PhaseSummary),
  /**
   * A column of the board, ordered by day and time, posts without a day last. Without a phase:
   * posts that have none and a slot on a day of the cycle or no slot at all.
   */
  boardColumn: query(
    z.object({
      cycleId: CycleId,
      phaseId: PhaseId.nullable(),
      filter: PostFilter,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1_000),
    }),
    PostPage,
  ),
  /**
   * The first day of a phase on which a post of a kind can come out if it is begun today: making,
   * upload and approval counted in the working days of its accounts' states (without accounts: of
   * headquarters). Where none is left in time, the last working day of the phase; null once the phase
   * is over.
   * @throws `cycles.unknown-phase`
   */
  firstWorkableDay: query(
    z.object({
      phaseId: PhaseId,
      kind: PostKind,
      accountIds: z.array(AccountId).max(100).default([]),
    }),
    z.object({ day: PlainDate.nullable() }),
  ),
  /** The days of a year that have posts, counted by slots as the month draws them, in their order. */
  year: query(
    z.object({ year: z.number().int().min(1957).max(2200), filter: PostFilter }),
    z.array(YearDay),
  ),
  /** Whether the example cycle is there, and its posts with it. */
  history: query(z.object({}), z.object({ cycleId: CycleId.nullable(), loaded: z.boolean() })),
  /** Brings the 27 posts of 2015–2017 into the example cycle, with their reach, once. */
  loadHistory: command(z.object({}), z.object({ added: Count })),
}
