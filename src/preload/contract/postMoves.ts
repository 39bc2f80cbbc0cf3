import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command } from './call.ts'
import { PhaseId } from './cycles.ts'
import { PostId } from './postIds.ts'
import { ClockTime, PlainDate } from './values.ts'

/** Where a post goes; null takes it out of the calendar. The clock time may stay open. */
export const PostMove = z.object({
  id: PostId,
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  /**
   * Slots of accounts' own, put exactly there. Where none are named, those that the post has go
   * along by as many days as the post.
   */
  own: z
    .array(
      z.object({
        accountId: AccountId,
        day: PlainDate.nullable(),
        time: ClockTime.nullable(),
      }),
    )
    .max(100)
    .optional(),
  /** It was ready: it is so again where it is approved and nothing stands in its way. */
  ready: z.literal(true).optional(),
})
export type PostMove = z.infer<typeof PostMove>

const Moves = z
  .array(PostMove)
  .min(1)
  .max(1_000)
  .refine((moves) => new Set(moves.map(({ id }) => id)).size === moves.length)

/** A post and its phase; `ready` as in `PostMove`. */
const InPhase = z.object({
  id: PostId,
  phaseId: PhaseId.nullable(),
  ready: z.literal(true).optional(),
})

/** Part of the slice `posts`: posts put elsewhere on the plan. */
export const postMoves = {
  /**
   * Moves posts in the calendar; answers where they stood, so that it can be undone, and which of
   * them are ready no more (`fellBack`).
   */
  move: command(
    z.object({ moves: Moves }),
    z.object({ before: z.array(PostMove), fellBack: z.array(PostId) }),
  ),
  /** Puts the slots that accounts of one post have of their own elsewhere; undone by `move`. */
  moveSlots: command(
    z.object({
      id: PostId,
      accountIds: z.array(AccountId).min(1).max(100),
      day: PlainDate,
      time: ClockTime.nullable(),
    }),
    z.object({ before: z.array(PostMove), fellBack: z.array(PostId) }),
  ),
  /** Gives posts to a phase; answers what they had, and which have to be approved anew. */
  setPhase: command(
    z.object({
      posts: z
        .array(InPhase)
        .min(1)
        .max(1_000)
        .refine((some) => new Set(some.map(({ id }) => id)).size === some.length),
    }),
    z.object({
      before: z.array(InPhase),
      fellBack: z.array(PostId),
    }),
  ),
}
