import type { PostId } from '#contract/postIds'
import type { CommandContext } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listPublications } from '../queries/publications.ts'
import { findPost } from '../queries/rows.ts'
import { isPublished } from '../rules/publication.ts'
import { setStatus } from './rounds.ts'

/**
 * Keeps a post's status with what is recorded of it: published once every account has its record,
 * ready again as soon as one has none. Other statuses stay: what is on hold or archived waits for a
 * person.
 */
export async function settlePublished(context: CommandContext, id: PostId): Promise<void> {
  const post = await findPost(context.db, id, malaysianTime(context.clock.now()))
  if (post === null || (post.status !== 'ready' && post.status !== 'published')) return
  const status = isPublished(post.content.accounts, await listPublications(context.db, id))
    ? 'published'
    : 'ready'
  if (status !== post.status) await setStatus(context, id, status)
}
