import { z } from 'zod'
import { command, query } from './call.ts'
import { ClockLimit } from './clockLimits.ts'
import { PromiseClock } from './complaintFigures.ts'
import { ComplaintFilter } from './complaints.ts'
import { PostId } from './postIds.ts'
import { PostStatus } from './posts.ts'
import { ReferenceKey } from './reference.ts'
import { Metres, RoadCode } from './roads.ts'
import { StateCode } from './states.ts'
import { Instant, PlainDate } from './values.ts'

const Count = z.number().int().min(0)

/** Which complaints figures are of: received on these days, in these states, of these kinds. */
export const FigureQuestion = z.object({
  from: PlainDate,
  to: PlainDate,
  /** Empty: all. */
  states: z.array(StateCode).max(20).default([]),
  kinds: z.array(ReferenceKey).max(100).default([]),
})
export type FigureQuestion = z.infer<typeof FigureQuestion>

/** How many have a key; null: how many have none. */
export const Tally = z.object({ key: z.string().nullable(), count: Count })
export type Tally = z.infer<typeof Tally>

/** What takes time: until it is acknowledged, answered first, sent an answer, and settled. */
export const TimedStep = z.enum(['acknowledge', 'respond', 'answer', 'close'])
export type TimedStep = z.infer<typeof TimedStep>

/** How long a step took from the moment of receipt, in minutes that passed, day and night. */
export const StepTimes = z.object({
  step: TimedStep,
  /** Complaints of which the step is done. */
  count: Count,
  /** Null where there are none. */
  median: z.number().min(0).nullable(),
  /** Nine of ten took no longer. */
  p90: z.number().min(0).nullable(),
})
export type StepTimes = z.infer<typeof StepTimes>

/** How a promise of a set of limits was kept; `met + missed + running` is all it was made to. */
export const PromiseFigures = z.object({
  set: ReferenceKey,
  clock: PromiseClock,
  met: Count,
  missed: Count,
  running: Count,
})
export type PromiseFigures = z.infer<typeof PromiseFigures>

/** What complainants said last, of complaints received in the period. */
export const SatisfactionFigures = z.object({
  count: Count,
  /** Null where nobody was asked. */
  mean: z.number().nullable(),
  /** How many gave 1, 2, 3, 4, 5. */
  scores: z.array(Count).length(5),
})
export type SatisfactionFigures = z.infer<typeof SatisfactionFigures>

/** Complaints received in each month of a year, January first. */
export const YearOfMonths = z.object({ year: z.number().int(), months: z.array(Count).length(12) })
export type YearOfMonths = z.infer<typeof YearOfMonths>

/** How the register stands now, and what came in and was settled in the period. */
export const Overview = z.object({
  /** Now, whenever they were received. */
  now: z.object({
    open: Count,
    late: Count,
    /** With those that are late. */
    dueToday: Count,
    paused: Count,
    unassigned: Count,
  }),
  period: z.object({
    received: Count,
    /** Of those received in the period. */
    stillOpen: Count,
    wrongDoor: Count,
    reopened: Count,
    duplicates: Count,
    falses: Count,
    /** Settled in the period, whenever they were received. */
    settled: Count,
    /** Received in the period and taken back: in no other figure. */
    voided: Count,
  }),
  kinds: z.array(Tally),
  subKinds: z.array(Tally),
  states: z.array(Tally),
  channels: z.array(Tally),
  /** To which of the office's accounts they were written; null: to none. */
  accounts: z.array(Tally),
  severities: z.array(Tally),
  difficulties: z.array(Tally),
  assignees: z.array(Tally),
  /** One that went to two agencies stands with both. */
  agencies: z.array(Tally),
  times: z.array(StepTimes),
  promises: z.array(PromiseFigures),
  satisfaction: SatisfactionFigures,
  /** The year of the period's last day, and the five before it, the latest first. */
  years: z.array(YearOfMonths).length(6),
})
export type Overview = z.infer<typeof Overview>

/** What complaints may repeat themselves about. */
export const Subject = z.discriminatedUnion('about', [
  z.object({ about: z.literal('stretch'), road: RoadCode, from: Metres, to: Metres }),
  z.object({ about: z.literal('district'), state: StateCode.nullable(), district: z.string() }),
  z.object({ about: z.literal('kind'), kind: ReferenceKey }),
  z.object({ about: z.literal('sub-kind'), kind: ReferenceKey, subKind: ReferenceKey }),
])
export type Subject = z.infer<typeof Subject>

/** A post that was made to explain something. */
export const Explanation = z.object({
  postId: PostId,
  title: z.string(),
  status: PostStatus,
  day: PlainDate.nullable(),
  at: Instant,
})
export type Explanation = z.infer<typeof Explanation>

/** Something that recurs: how often lately, and before. */
export const Recurrence = z.object({
  subject: Subject,
  recent: Count,
  before: Count,
  /** More than chance has it (`rules/rising`). */
  rising: z.boolean(),
  /** Opens the recent ones. */
  filter: ComplaintFilter,
  /** The state most of them are in. */
  state: StateCode.nullable(),
  /** Posts that explain it, the newest first; those in the trash are left out. */
  explanations: z.array(Explanation),
})
export type Recurrence = z.infer<typeof Recurrence>

/** When something recurs, and when it rises. Ours. */
export const RiseRule = z.object({
  /** So many complaints at least. */
  minimum: z.number().int().min(2).max(100),
  /** Metres of a road that are one place. */
  stretch: z.number().int().min(100).max(20_000),
})
export type RiseRule = z.infer<typeof RiseRule>

export const defaultRiseRule: RiseRule = { minimum: 3, stretch: 2_000 }

/** Days that count as lately, and days before them that are compared. */
export const riseDays = { recent: 28, before: 84 } as const

/** Chance would bring as many no more often than this: one time in a hundred. */
export const riseChance = 0.01

export const Recurrences = z.object({
  /** Days that count as lately. */
  from: PlainDate,
  to: PlainDate,
  rule: RiseRule,
  places: z.array(Recurrence),
  /** Kinds and sub-kinds that rise. */
  kinds: z.array(Recurrence),
})
export type Recurrences = z.infer<typeof Recurrences>

/** A cheerful post planned where complaints rise. */
export const CheerfulPost = z.object({
  postId: PostId,
  title: z.string(),
  status: PostStatus,
  day: PlainDate,
  category: ReferenceKey,
  /** Why it is named: its state, or a word of the place in its text or hashtags. */
  match: z.enum(['state', 'place']),
})
export type CheerfulPost = z.infer<typeof CheerfulPost>

/** Days ahead in which cheerful posts are looked for. */
export const cheerfulDays = 28

export const complaintOverview = {
  overview: query(FigureQuestion, Overview),
  /** Of the last days up to today, whatever period is looked at. */
  recurrences: query(FigureQuestion.pick({ states: true, kinds: true }), Recurrences),
  /** Planned in the coming weeks in the state or about the place of a subject, by their days. */
  cheerfulPosts: query(
    z.object({ subject: Subject, state: StateCode.nullable() }),
    z.array(CheerfulPost),
  ),
  changeRiseRule: command(RiseRule, RiseRule),
  /**
   * Says of a post that it explains something that recurs.
   * @throws `posts.unknown`
   */
  keepExplanation: command(
    z.object({ postId: PostId, subject: Subject, filter: ComplaintFilter, count: Count }),
    Explanation,
  ),
  /** What a post was made to explain, newest first: so many complaints, and what opens them. */
  explainedBy: query(
    z.object({ postId: PostId }),
    z.array(z.object({ subject: Subject, filter: ComplaintFilter, count: Count, at: Instant })),
  ),
}

/** The limit of a promise as a report names it. */
export const PromiseLimit = z.object({ set: ReferenceKey, clock: PromiseClock, limit: ClockLimit })
export type PromiseLimit = z.infer<typeof PromiseLimit>
