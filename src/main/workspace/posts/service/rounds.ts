import type { ApprovalRound, RoundOutcome } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { PostContent } from '#contract/postContent'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { listRounds, updateRound } from '../queries/approval.ts'
import { updatePosts } from '../queries/write.ts'
import { mayStandAgain } from '../rules/approval.ts'
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
 * Lets an approval that an edit voided stand again, once exactly what was approved stands in the
 * post again: the hash is the same, the steps of its route are those that said yes, and nothing was
 * asked since. The round keeps when it ended approved; that it ended later says when it stood again.
 * What was ready is approved then: whoever publishes makes it ready.
 * @param post as it is saved now
 */
export async function standAgain(context: CommandContext, post: Post): Promise<void> {
  const { db, writer, clock, record } = context
  if (post.status !== 'draft' && post.heldFrom !== 'draft') return
  const [newest] = await listRounds(db, post.id)
  if (newest === undefined || !mayStandAgain(newest, post.contentHash)) return
  if (!(await isSameRoute(db, newest, post.content))) return
  const changes = { outcome: 'approved', ended_at: clock.now() } as const
  await updateRound(writer, newest.id, changes)
  record('approval_round', newest.id, Object.keys(changes))
  if (post.heldFrom === 'draft') {
    await updatePosts(writer, [post.id], { held_from: 'approved' })
    record('post', post.id, ['held_from'])
  } else await become(context, post, 'approved', 'approval')
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
  return !(await isSameRoute(db, round, { kind, phaseId }))
}

/** Whether the route of this kind and phase has the steps that a round went through. */
async function isSameRoute(
  db: Reader,
  { steps }: ApprovalRound,
  post: Pick<PostContent, 'kind' | 'phaseId'>,
): Promise<boolean> {
  const route = await routeOf(db, await routesInForce(db), post)
  return JSON.stringify(route?.steps) === JSON.stringify(steps)
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
