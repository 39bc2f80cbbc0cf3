import { z } from 'zod'
import { query } from './call.ts'
import { HeldBy } from './postHeld.ts'
import { PostId } from './postIds.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { PostStatus } from './posts.ts'
import { ClockTime, PlainDate } from './values.ts'

/**
 * What a post may ask of somebody on a day:
 * - `expired`: its slot passed before it was approved;
 * - `publish`: it is ready and its slot is today, tomorrow or gone by;
 * - `held`: the same, but nobody may publish it now: everything is held, or a blackout holds it;
 * - `prepare`: it is approved, but nobody made it ready, and its slot is by tomorrow or gone by;
 * - `decide`: it waits for this person's word;
 * - `changes`: changes were asked of its makers;
 * - `approve`: the last day for its approval is here or past;
 * - `produce`: the work on it has to begin;
 * - `moved`: a last day of it is another day since somebody changed the holidays or the days work takes;
 * - `remark`: somebody else's remark on it is open;
 * - `results`: it came out a week ago and nobody wrote down what it reached.
 */
export const TodayKind = z.enum([
  'expired',
  'publish',
  'held',
  'prepare',
  'decide',
  'changes',
  'approve',
  'produce',
  'moved',
  'remark',
  'results',
])
export type TodayKind = z.infer<typeof TodayKind>

/** The kinds as notices count them: what is held says by what. */
export const PostDueKind = z.enum([
  ...TodayKind.exclude(['held']).options,
  'held-hold',
  'held-blackout',
])
export type PostDueKind = z.infer<typeof PostDueKind>

export const TodayItem = z.object({
  id: PostId,
  title: z.string(),
  status: PostStatus,
  /** The slot, or the day by which it has to be done; of a remark, the day it was made. */
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  late: z.boolean(),
  /** Of what is `held`: why. */
  held: HeldBy.optional(),
})
export type TodayItem = z.infer<typeof TodayItem>

/** Everything of one kind, late first (of what expired the newest); `items` are at most `mostTodayItems` of them. */
export const TodayGroup = z.object({
  kind: TodayKind,
  total: z.number().int().positive(),
  late: z.number().int(),
  items: z.array(TodayItem).min(1),
})
export type TodayGroup = z.infer<typeof TodayGroup>

/** What needs somebody today: the kinds that have late ones first; those of nothing are left out. */
export const Today = z.object({ day: PlainDate, groups: z.array(TodayGroup) })
export type Today = z.infer<typeof Today>

/** More of one kind nobody does in a day. */
export const mostTodayItems = 200

export const postToday = {
  /** Of the person at the keyboard. */
  today: query(z.object({}), Today),
  /** The same in numbers, for the computer's notices. */
  dueToday: query(z.object({ state: StateCode }), DueToday),
}
