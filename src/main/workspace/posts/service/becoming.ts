import { mayCall } from '#contract/permissions'
import type { PostContent } from '#contract/postContent'
import { missingParts } from '#contract/postMissing'
import { WorkspaceError } from '#contract/errors'
import type { Post, PostStatus } from '#contract/posts'
import type { CommandContext } from '../../context.ts'
import { updateStatus } from '../queries/write.ts'
import { mayBecome, type Means } from '../rules/status.ts'

/**
 * Gives a post another status. Every change of a status goes through here, so that what the table
 * of `transitions` does not have does not happen.
 * @param reason why it stops; empty otherwise
 * @throws WorkspaceError `posts.not-from-here`
 */
export async function become(
  { writer, clock, record }: CommandContext,
  { id, status: from }: Pick<Post, 'id' | 'status'>,
  to: PostStatus,
  means: Means,
  reason = '',
): Promise<void> {
  if (!mayBecome(from, to, means)) throw new WorkspaceError('posts.not-from-here')
  const changes = {
    ...{ status: to, status_at: clock.now(), status_reason: reason },
    held_from: to === 'on-hold' ? from : null,
  }
  await updateStatus(writer, id, changes)
  record('post', id, [...Object.keys(changes), 'status_changes'])
}

/**
 * The idea of somebody who may write, but not set statuses, becomes a draft with its first words:
 * else nobody but a planner could ask for its approval.
 */
export async function beginDraft(
  context: CommandContext,
  before: Pick<Post, 'id' | 'status'>,
  content: PostContent,
): Promise<void> {
  if (before.status !== 'idea' || mayCall(context.actor.roles, 'posts', 'setStatus')) return
  if (!missingParts(content).includes('text')) await become(context, before, 'draft', 'hand')
}
