import { WorkspaceError } from '#contract/errors'
import type { DecisionId } from '#contract/postIds'
import type { CommandContext } from '../../context.ts'
import {
  authorsOf,
  listRounds,
  placeOfDecision,
  removeDecision,
  updateRound,
} from '../queries/approval.ts'
import { become } from './becoming.ts'
import { present } from './saving.ts'

/**
 * Takes back what was entered from paper by mistake, or under the wrong name: the newest decision of
 * the newest round, while the same content stands there. The post waits for that step again; an
 * approval on which more rests already (ready, published) is taken back there first.
 * @throws WorkspaceError `posts.unknown-decision`, `posts.not-on-paper`, `posts.not-last-decision`,
 * `posts.typed-by-author`, `posts.not-from-here`
 */
export async function takeBackPaperDecision(
  context: CommandContext,
  { id }: { readonly id: DecisionId },
): Promise<Record<string, never>> {
  const { db, writer, clock, actor, record } = context
  const place = await placeOfDecision(db, id)
  if (place === null) throw new WorkspaceError('posts.unknown-decision')
  const post = await present(context, place.postId)
  const [round] = await listRounds(db, post.id)
  const decision = round?.decisions.at(-1)
  const isLast = round?.id === place.roundId && decision?.id === id
  const isInForce = round?.outcome !== 'withdrawn' && round?.outcome !== 'voided'
  if (!isLast || !isInForce || round.contentHash !== post.contentHash) {
    throw new WorkspaceError('posts.not-last-decision')
  }
  if (decision.onPaper === null) throw new WorkspaceError('posts.not-on-paper')
  if ((await authorsOf(db, post.id)).includes(actor.id)) {
    throw new WorkspaceError('posts.typed-by-author')
  }
  await removeDecision(writer, id, clock.now())
  record('approval_decision', id, ['removed_at'])
  const waits = { step: decision.step, outcome: null, ended_at: null, approved_at: null }
  await updateRound(writer, round.id, waits)
  record('approval_round', round.id, Object.keys(waits))
  if (post.status !== 'in-review') await become(context, post, 'in-review', 'approval')
  return {}
}
