import type { ApprovalRound, RoundOutcome } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { PostContent } from '#contract/postContent'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { listRounds, updateRound } from '../queries/approval.ts'
import { updatePosts } from '../queries/write.ts'
import { become } from './becoming.ts'
import { routeOf, routesInForce } from './routes.ts'

/** Statuses that rest on words and pictures somebody was asked about. */
const bound: readonly PostStatus[] = ['in-review', 'approved', 'ready']

/** Whether a post rests on what was asked about it, also where it is on hold meanwhile. */
function rests({ status, heldFrom }: Post): boolean {
  return bound.includes(status) || (heldFrom !== null && bound.includes(heldFrom))
}

/** Waits, or was approved and not taken back. */
function isInForce({ outcome }: ApprovalRound): boolean {
  return outcome === null || outcome === 'approved'
}

/**
 * Ends what was asked or approved when other words or pictures take its place: the round says that
 * it was voided, and the post goes back to draft, also where it is on hold meanwhile.
 */
export async function voidApproval(context: CommandContext, post: Post): Promise<void> {
  if (!rests(post)) return
  for (const round of await listRounds(context.db, post.id)) {
    if (isInForce(round)) await endRound(context, round, 'voided')
  }
  if (post.status === 'on-hold') {
    await updatePosts(context.writer, [post.id], { held_from: 'draft' })
    context.record('post', post.id, ['held_from'])
  } else await become(context, post, 'draft', 'approval')
}

/**
 * Whether another kind or phase brings a post on a route with other steps than those that were asked
 * or said yes: the office wants other people to look at it.
 */
export async function asksOthers(
  db: Reader,
  before: Post,
  { kind, phaseId }: PostContent,
): Promise<boolean> {
  const isSame = before.content.kind === kind && before.content.phaseId === phaseId
  if (isSame || !rests(before)) return false
  const round = (await listRounds(db, before.id)).find(isInForce)
  if (round === undefined) return false
  const route = await routeOf(db, await routesInForce(db), { kind, phaseId })
  return JSON.stringify(route?.steps) !== JSON.stringify(round.steps)
}

/** What was asked or approved of a post ends with its cancellation: taken up again, it is asked anew. */
export async function withdrawRounds(context: CommandContext, id: PostId): Promise<void> {
  for (const round of await listRounds(context.db, id)) {
    if (isInForce(round)) await endRound(context, round, 'withdrawn')
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
