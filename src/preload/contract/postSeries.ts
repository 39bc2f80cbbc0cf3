import { z } from 'zod'
import { command, query } from './call.ts'
import { DayHoliday, Weekday } from './days.ts'
import { PostContent } from './postContent.ts'
import { PostId, SeriesChangeId, SeriesId } from './postIds.ts'
import { Post, PostStatus } from './posts.ts'
import { PlainDate } from './values.ts'

/** Most posts that one command makes; a series goes on from there. */
export const mostMadeAtOnce = 200

/** Which day of a month; `short` says what comes of the 31st in a month of 30 days. */
export const MonthDay = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('day'),
    day: z.number().int().min(1).max(31),
    short: z.enum(['skip', 'last']),
  }),
  z.object({
    by: z.literal('weekday'),
    /** -1: the last one of the month. */
    nth: z.literal([1, 2, 3, 4, -1]),
    weekday: Weekday,
  }),
  z.object({ by: z.literal('last') }),
])
export type MonthDay = z.infer<typeof MonthDay>

const Every = z.number().int().min(1).max(99)

/** How the days of a series follow each other; weeks begin on Monday. */
export const Repeat = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('day'), every: Every }),
  z.object({
    unit: z.literal('week'),
    every: Every,
    weekdays: z
      .array(Weekday)
      .min(1)
      .refine((days) => new Set(days).size === days.length),
  }),
  z.object({ unit: z.literal('month'), every: Every, on: MonthDay }),
])
export type Repeat = z.infer<typeof Repeat>

/** `count`: how many days there are, the first and those that were skipped among them. */
export const SeriesEnd = z.discriminatedUnion('by', [
  z.object({ by: z.literal('never') }),
  z.object({ by: z.literal('day'), day: PlainDate }),
  z.object({ by: z.literal('count'), count: z.number().int().min(1).max(mostMadeAtOnce) }),
])
export type SeriesEnd = z.infer<typeof SeriesEnd>

export const SeriesRule = z.object({ repeat: Repeat, end: SeriesEnd })
export type SeriesRule = z.infer<typeof SeriesRule>

/** What a change does to the posts of a series, in numbers of posts. */
export const SeriesEffect = z.object({
  made: z.number().int(),
  /** Their content changes. */
  changed: z.number().int(),
  /** Put on another day. */
  moved: z.number().int(),
  trashed: z.number().int(),
  /** Of those changed or put in the trash: what was asked or approved of them ends. */
  approved: z.number().int(),
  /** Published, archived or cancelled: they stay as they are. */
  kept: z.number().int(),
})
export type SeriesEffect = z.infer<typeof SeriesEffect>

/** A day of a series that is being planned, with what speaks against it. */
export const SeriesDay = z.object({
  day: PlainDate,
  /** The weekly day off in a state of the post's accounts. */
  weekend: z.boolean(),
  holidays: z.array(DayHoliday.pick({ name: true, nameEn: true })),
  /** Titles of the blackouts that last on it. */
  blackouts: z.array(z.string()),
})
export type SeriesDay = z.infer<typeof SeriesDay>

/** One post of a series; `number` counts its days, those that were skipped too. */
export const SeriesPost = z.object({
  id: PostId,
  title: z.string(),
  number: z.number().int(),
  seriesDay: PlainDate,
  /** Where it stands in the calendar now. */
  day: PlainDate.nullable(),
  status: PostStatus,
})
export type SeriesPost = z.infer<typeof SeriesPost>

export const Series = z.object({
  id: SeriesId,
  rule: SeriesRule,
  startsOn: PlainDate,
  /** Posts are there up to this day. */
  madeTo: PlainDate,
  /** Whether days lie behind `madeTo` of which no post is made yet. */
  goesOn: z.boolean(),
  /** Days in all; null: it never ends. */
  total: z.number().int().nullable(),
  /** By their days in the series; none from the trash. */
  posts: z.array(SeriesPost),
  skipped: z.array(PlainDate),
})
export type Series = z.infer<typeof Series>

const One = z.object({ id: PostId })
const Changed = z.object({ changeId: SeriesChangeId, effect: SeriesEffect })

/** Posts that come again: each is a post of its own, approved and published by itself. */
export const postSeries = {
  series: query(z.object({ id: SeriesId }), Series),
  /**
   * The days that a rule gives, from the post on: the first ones, how many there are (null: without
   * end), and what becomes of the posts of its series if it has one.
   */
  seriesDays: query(
    z.object({ id: PostId, rule: SeriesRule }),
    z.object({
      days: z.array(SeriesDay),
      total: z.number().int().nullable(),
      last: PlainDate.nullable(),
      /** Days of which posts are made now; the others follow in time. */
      madeNow: z.number().int(),
      effect: SeriesEffect.nullable(),
    }),
  ),
  /** What saving this content does to the others; `fields` are those that would be taken over. */
  seriesEdit: query(
    z.object({ id: PostId, content: PostContent }),
    z.object({ fields: z.array(z.string()), after: SeriesEffect, all: SeriesEffect }),
  ),
  /** What ending the series after this post does. */
  seriesEnd: query(One, SeriesEffect),
  /** Series of which it is time to make more posts. */
  seriesDue: query(z.object({}), z.array(SeriesId)),
  /** The post is the first of it and stays as it is. */
  makeSeries: command(z.object({ id: PostId, rule: SeriesRule }), Changed),
  /** Another rule from this post on; what came before it stays. */
  changeSeries: command(z.object({ id: PostId, rule: SeriesRule }), Changed),
  /**
   * Saves one post and takes the fields that changed over to the others of its series: to those
   * after it, which become a series of their own, or to all. Its day stays its own.
   */
  saveInSeries: command(
    z.object({
      id: PostId,
      base: z.number().int().positive(),
      content: PostContent,
      scope: z.enum(['after', 'all']),
    }),
    Changed.extend({ post: Post }),
  ),
  /** The post is the last of its series. */
  endSeries: command(One, Changed),
  /** The post stays, by itself. */
  leaveSeries: command(One, Changed),
  /** Makes the posts that are due, or a year more. Nothing due: nothing happens. */
  extendSeries: command(
    z.object({ ids: z.array(SeriesId).min(1).max(200), further: z.boolean() }),
    z.object({ made: z.number().int(), changeIds: z.array(SeriesChangeId) }),
  ),
  /** What a person worked on since stays; `kept` says how many posts. */
  undoSeries: command(z.object({ id: SeriesChangeId }), z.object({ kept: z.number().int() })),
}
