import type { PostId } from '#contract/postIds'
import type { Post, PostStatus } from '#contract/posts'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listRounds } from '../queries/approval.ts'
import { hasEverRecords, listPublications } from '../queries/publications.ts'
import { findPost } from '../queries/rows.ts'
import { isPublished } from '../rules/publication.ts'
import { become } from './becoming.ts'

/**
 * Keeps a post's status with what is recorded of it: published once every account has its record;
 * as soon as one has none it is ready again, or a draft where nobody approved what stands there.
 * What was brought in as published without any record stays so. Other statuses stay: what is on
 * hold or archived waits for a person.
 */
export async function settlePublished(context: CommandContext, id: PostId): Promise<void> {
  const post = await findPost(context.db, id, malaysianTime(context.clock.now()))
  if (post === null || (post.status !== 'ready' && post.status !== 'published')) return
  const status = await settled(context.db, post)
  if (status !== post.status) await become(context, post, status, 'publication')
}

async function settled(
  db: Reader,
  { id, status, content, contentHash }: Post,
): Promise<PostStatus> {
  if (isPublished(content.accounts, await listPublications(db, id))) return 'published'
  if (status === 'ready' || !(await hasEverRecords(db, id))) return status
  const isApproved = (await listRounds(db, id)).some(
    (round) => round.outcome === 'approved' && round.contentHash === contentHash,
  )
  return isApproved ? 'ready' : 'draft'
}
