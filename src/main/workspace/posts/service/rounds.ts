import type { ApprovalRound, RoundOutcome } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { CommandContext } from '../../context.ts'
import { listRounds, updateRound } from '../queries/approval.ts'
import { updatePosts } from '../queries/write.ts'

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
  } else await setStatus(context, post.id, 'draft')
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
  await updateRound(writer, round.id, { step: null, outcome, ended_at: clock.now() })
  record('approval_round', round.id, ['step', 'outcome', 'ended_at'])
}

export async function setStatus(
  { writer, clock, record }: CommandContext,
  id: PostId,
  status: PostStatus,
): Promise<void> {
  const changes = { status, status_at: clock.now(), status_reason: '', held_from: null }
  await updatePosts(writer, [id], changes)
  record('post', id, Object.keys(changes))
}
