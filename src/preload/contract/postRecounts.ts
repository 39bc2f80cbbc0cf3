import { z } from 'zod'
import { query } from './call.ts'
import { PostId } from './postIds.ts'
import { Instant, PlainDate } from './values.ts'

/** What moved the last days of posts: holidays, the days that work takes, or what the office asks. */
export const RecountCause = z.enum(['days', 'times', 'settings'])
export type RecountCause = z.infer<typeof RecountCause>

/** A last day of a post: to plan it (KKS F, teras 3), to begin the work (JaPen) and to approve it. */
export const CountedDay = z.enum(['plan-by', 'begin-by', 'approve-by'])
export type CountedDay = z.infer<typeof CountedDay>

export const MovedDay = z.object({
  what: CountedDay,
  /** Null: none was asked for; so is what it is now. */
  before: PlainDate.nullable(),
  after: PlainDate.nullable(),
})
export type MovedDay = z.infer<typeof MovedDay>

/** That last days of a post moved though nobody touched the post. */
export const PostRecount = z.object({
  id: z.string(),
  because: RecountCause,
  moved: z.array(MovedDay).min(1),
  byName: z.string(),
  at: Instant,
})
export type PostRecount = z.infer<typeof PostRecount>

export const postRecounts = {
  /** Newest first. */
  recounts: query(z.object({ id: PostId }), z.array(PostRecount)),
}
