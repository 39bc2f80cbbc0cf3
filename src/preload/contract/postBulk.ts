import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command } from './call.ts'
import { Hashtag, PostKind } from './postContent.ts'
import { farthestShift } from './postEntering.ts'
import { PostId } from './postIds.ts'
import { Ids, PostMove } from './posts.ts'
import { ReferenceKey } from './reference.ts'
import { ClockTime, PersonId } from './values.ts'

/** What many posts are given at once; what is not named stays as each post has it. */
export const PostChanges = z.object({
  ownerId: PersonId.nullable().optional(),
  designerId: PersonId.nullable().optional(),
  approverId: PersonId.nullable().optional(),
  category: ReferenceKey.nullable().optional(),
  approach: ReferenceKey.nullable().optional(),
  kind: PostKind.optional(),
  /** Of the post's own slot; slots of accounts' own keep theirs. */
  time: ClockTime.nullable().optional(),
  /** Put beside those a post has; so are the next two. */
  addThrusts: z.array(ReferenceKey).max(20).default([]),
  addSegments: z.array(ReferenceKey).max(50).default([]),
  addHashtags: z.array(Hashtag).max(10).default([]),
  /** Those a post is on already keep their own texts and slots. */
  addAccounts: z.array(AccountId).max(100).default([]),
  removeAccounts: z.array(AccountId).max(100).default([]),
})
export type PostChanges = z.infer<typeof PostChanges>

/**
 * Why a post stayed as it was: it has all of it already, its words went out (`locked`), or an
 * account that is to be taken off has a record of publication.
 */
export const BulkSkip = z.enum(['same', 'locked', 'recorded'])
export type BulkSkip = z.infer<typeof BulkSkip>

/** A version that a post is brought back to; `base` is the version it has. */
export const VersionBack = z.object({
  id: PostId,
  base: z.number().int().positive(),
  number: z.number().int().positive(),
  /** As in `PostMove`. */
  ready: z.literal(true).optional(),
})

export type VersionBack = z.infer<typeof VersionBack>

/** Many posts changed at once. */
export const postBulk = {
  /**
   * Moves posts by so many days from where each stands now; those without a day stay, and are
   * named. Answers where the others stood and where they went.
   */
  shift: command(
    z.object({
      ids: Ids,
      days: z
        .number()
        .int()
        .min(-farthestShift)
        .max(farthestShift)
        .refine((days) => days !== 0),
    }),
    z.object({
      before: z.array(PostMove),
      after: z.array(PostMove),
      undated: z.array(PostId),
      /** Those whose status the change took with it. */
      fellBack: z.array(PostId),
    }),
  ),
  /** Changes what may be changed, each as a version; answers the way back, and what was skipped. */
  changeMany: command(
    z.object({ ids: Ids, changes: PostChanges }),
    z.object({
      changed: z.array(VersionBack),
      skipped: z.array(z.object({ id: PostId, why: BulkSkip })),
    }),
  ),
  /** Saves the contents of earlier versions again: all of them, or none. */
  restoreMany: command(
    z.object({ posts: z.array(VersionBack).min(1).max(1_000) }),
    z.object({ ids: z.array(PostId) }),
  ),
}
