import { z } from 'zod'
import { command } from './call.ts'
import { PhaseId } from './cycles.ts'
import { PostId } from './postIds.ts'
import { Ids } from './posts.ts'

/** Days a post or its copy may go at once: ten years either way. */
export const farthestShift = 3_660

/** How copies differ from what they were made of. */
export const Duplication = z.object({
  ids: Ids,
  shiftDays: z.number().int().min(-farthestShift).max(farthestShift),
  /**
   * Whether `shiftDays` are working days, of all states the accounts of a post belong to. The
   * programme's day then goes as far as the post does.
   */
  workingDays: z.boolean(),
  /** A phase, `by-day`: the one in which the copy's day lies; null: that of the original. */
  toPhase: z.union([PhaseId, z.literal('by-day')]).nullable(),
})
export type Duplication = z.infer<typeof Duplication>

/** Posts that come in otherwise than one by one. */
export const postEntering = {
  /**
   * Makes drafts of posts, in their order. What is no longer offered (an account retired, a person
   * who left, a picture in the trash) stays out of a copy; `lessened` says of which.
   */
  duplicate: command(Duplication, z.object({ ids: z.array(PostId), lessened: z.array(PostId) })),
}
