import { z } from 'zod'
import { query } from './call.ts'
import { CheckedContent, PostFinding } from './postFindings.ts'
import { PostId } from './postIds.ts'
import { PostMove } from './postMoves.ts'

/** Of so many posts that were changed at once it is looked at what the change brought (ours). */
export const mostLookedAt = 100

/** A post, and the blockers and warnings that a change of it brought. */
export const BroughtFindings = z.object({
  id: PostId,
  title: z.string(),
  /** The gravest first. */
  findings: z.array(PostFinding).min(1),
})
export type BroughtFindings = z.infer<typeof BroughtFindings>

export const postBrought = {
  /**
   * The blockers and warnings that posts have now and did not have before a change: said after it.
   * Posts that have none are left out; of more than `mostLookedAt` the first are looked at.
   */
  broughtFindings: query(
    z.object({
      /** Where posts stood before they were moved, as a move answers it. */
      moved: z.array(PostMove).max(1_000).default([]),
      /** What posts were before; null of a new one, of which only its place on the plan is told. */
      changed: z
        .array(z.object({ id: PostId, before: CheckedContent.nullable() }))
        .max(1_000)
        .default([]),
    }),
    z.array(BroughtFindings),
  ),
}
