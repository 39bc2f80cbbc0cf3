import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { stopsReady } from '#contract/postFindings'
import type { PostId } from '#contract/postIds'
import type { posts } from '#contract/posts'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { postsByIds } from '../queries/rows.ts'
import { updatePosts } from '../queries/write.ts'
import { mayBecome } from '../rules/status.ts'
import { become } from './becoming.ts'
import { refuseStopped } from './findings.ts'
import { leaveReady, refuseIncomplete } from './readiness.ts'
import { withdrawRounds } from './rounds.ts'
import { openRuleBook } from './ruleBook.ts'
import { allPresent } from './saving.ts'
import { noteSkips } from './series/skipping.ts'
import { settlePublished } from './settling.ts'

type StatusCalls = Pick<typeof posts, 'setStatus' | 'resume' | 'trash' | 'restore'>

/** The life of posts, one or many at once: all of them change, or none. */
export const statusHandlers: SliceHandlers<StatusCalls, Contexts> = {
  async setStatus(context, { ids, to, reason }) {
    const found = await allPresent(context, ids)
    if (found.some(({ status }) => !mayBecome(status, to, 'hand'))) {
      throw new WorkspaceError('posts.not-from-here')
    }
    const stops = to === 'on-hold' || to === 'cancelled'
    if (stops && reason === '') throw new WorkspaceError('posts.reason-missing')
    if (to === 'ready') {
      refuseIncomplete(found)
      const book = await openRuleBook(context.db)
      await refuseStopped(context, book, found, stopsReady)
    }
    for (const post of found) {
      if (to === 'cancelled') await withdrawRounds(context, post.id)
      await become(context, post, to, 'hand', stops || post.status === 'cancelled' ? reason : '')
      if (to === 'ready' || to === 'published') await settlePublished(context, post.id)
    }
    return { before: found.map(({ id, status }) => ({ id, status })) }
  },

  async resume(context, { ids }) {
    const book = await openRuleBook(context.db)
    const unready: PostId[] = []
    const found = await allPresent(context, ids)
    for (const post of found) {
      if (post.heldFrom === null) throw new WorkspaceError('posts.not-held')
      await become(context, post, post.heldFrom, 'resume')
      await settlePublished(context, post.id)
      if (await leaveReady(context, post.id, book)) unready.push(post.id)
    }
    const now = await allPresent(context, ids)
    const held = found.flatMap(({ id, statusReason }, place) =>
      mayBecome(now[place]?.status ?? 'on-hold', 'on-hold', 'hand')
        ? { id, reason: statusReason }
        : [],
    )
    return { ids, unready, held }
  },

  async trash(context, { ids }) {
    await allPresent(context, ids)
    await setTrashed(context, ids, true)
    return { ids }
  },

  async restore(context, { ids }) {
    const found = await postsByIds(context.db, ids, malaysianTime(context.clock.now()))
    if (found.length < ids.length) throw new WorkspaceError('posts.unknown')
    if (found.some(({ trashedAt }) => trashedAt === null)) {
      throw new WorkspaceError('posts.not-in-trash')
    }
    await setTrashed(context, ids, false)
    return { ids }
  },
}

async function setTrashed(
  context: CommandContext,
  ids: readonly PostId[],
  trashed: boolean,
): Promise<void> {
  const { writer, clock, record } = context
  await updatePosts(writer, ids, { trashed_at: trashed ? clock.now() : null })
  for (const id of ids) record('post', id, ['trashed_at'])
  await noteSkips(context, ids, trashed)
}
