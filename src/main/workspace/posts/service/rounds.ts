import type { ApprovalRound, RoundOutcome } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { CommandContext } from '../../context.ts'
import { listRounds, updateRound } from '../queries/approval.ts'
import { updatePosts } from '../queries/write.ts'
import { become } from './becoming.ts'

/** Statuses that rest on words and pictures somebody was asked about. */
const bound: readonly PostStatus[] = ['in-review', 'approved', 'ready']

/**
 * Ends what was asked or approved when other words or pictures take its place: the round says that
 * it was voided, and the post goes back to draft, also where it is on hold meanwhile.
 */
export async function voidApproval(context: CommandContext, post: Post): Promise<void> {
  const held = post.heldFrom !== null && bound.includes(post.heldFrom)
  if (!bound.includes(post.status) && !held) return
  for (const round of await listRounds(context.db, post.id)) {
    if (round.outcome === null || round.outcome === 'approved') {
      await endRound(context, round, 'voided')
    }
  }
  if (held) {
    await updatePosts(context.writer, [post.id], { held_from: 'draft' })
    context.record('post', post.id, ['held_from'])
  } else await become(context, post, 'draft', 'approval')
}

/** What was asked or approved of a post ends with its cancellation: taken up again, it is asked anew. */
export async function withdrawRounds(context: CommandContext, id: PostId): Promise<void> {
  for (const round of await listRounds(context.db, id)) {
    if (round.outcome === null || round.outcome === 'approved') {
      await endRound(context, round, 'withdrawn')
    }
  }
}

export async function endRound(
  { writer, clock, record }: CommandContext,
  round: ApprovalRound,
  outcome: RoundOutcome,
): Promise<void> {
  const at = clock.now()
  const ends = { step: null, outcome, ended_at: at }
  const changes = outcome === 'approved' ? { ...ends, approved_at: at } : ends
  await updateRound(writer, round.id, changes)
  record('approval_round', round.id, Object.keys(changes))
}
