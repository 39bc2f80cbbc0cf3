import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { query } from './call.ts'
import { BlackoutReason, NoteId } from './planning.ts'
import { PostId } from './postIds.ts'
import { Instant, PlainDate } from './values.ts'

/** What keeps a post from being published: everything is held, or a blackout holds it on a day. */
export const HeldBy = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('hold'),
    reason: z.string(),
    since: Instant,
    byName: z.string(),
  }),
  z.object({
    by: z.literal('blackout'),
    noteId: NoteId,
    title: z.string(),
    reason: BlackoutReason,
    /** The day on which it would come out. */
    day: PlainDate,
    /** The last day of the blackout. */
    endsOn: PlainDate,
  }),
])
export type HeldBy = z.infer<typeof HeldBy>

export const postHeld = {
  /**
   * The accounts of a post on which it may not be published now, or not on its slot still to come,
   * and why: said before somebody posts by hand. What comes out is held against the same rules when
   * it is recorded.
   * @throws `posts.unknown`
   */
  heldAccounts: query(
    z.object({ id: PostId }),
    z.array(z.object({ accountId: AccountId, held: HeldBy })),
  ),
}
