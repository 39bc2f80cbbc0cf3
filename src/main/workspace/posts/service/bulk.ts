import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { BulkSkip, postBulk, VersionBack } from '#contract/postBulk'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { Post, PostMove } from '#contract/posts'
import type { CommandContext, Contexts } from '../../context.ts'
import { contentOfVersion } from '../queries/versions.ts'
import { withChanges } from '../rules/bulk.ts'
import { slotsShifted } from '../rules/shift.ts'
import { firstDay } from '../rules/slots.ts'
import { openKnown, type Known } from './known.ts'
import { fallenBack, readyBefore, slotBefore, wereReady } from './moves.ts'
import { makeReadyAgain } from './readiness.ts'
import { allPresent, saveContent } from './saving.ts'

/** Why saving refuses a post, before it has written anything of it. */
const skips: Readonly<Record<string, BulkSkip>> = {
  'posts.published-locked': 'locked',
  'posts.route-locked': 'locked',
  'posts.account-recorded': 'recorded',
}

/** Many posts changed at once; those that cannot be are named, and the others are changed. */
export const bulkHandlers: SliceHandlers<typeof postBulk, Contexts> = {
  async shift(context, { ids, days }) {
    const found = await allPresent(context, ids)
    const known = await openKnown(context.db)
    const before: PostMove[] = []
    const after: PostMove[] = []
    const undated: PostId[] = []
    for (const post of found) {
      const moved = slotsShifted(post.content, days)
      const day = moved.day ?? firstDay(moved)
      if (day === null) {
        undated.push(post.id)
        continue
      }
      await saveContent(context, post, moved, 'moved', known)
      before.push(slotBefore(post))
      after.push({ id: post.id, day, time: moved.time })
    }
    return { before, after, undated, fellBack: await fallenBack(context, found) }
  },

  async changeMany(context, { ids, changes }) {
    const found = await allPresent(context, ids)
    const known = await openKnown(context.db)
    const changed: VersionBack[] = []
    const skipped: { id: Post['id']; why: BulkSkip }[] = []
    for (const post of found) {
      const content = withChanges(post.content, changes)
      const why = isSame(content, post.content)
        ? 'same'
        : await trySaving(context, post, content, known)
      if (why === null) {
        const back = { base: post.version + 1, number: post.version, ...readyBefore(post) }
        changed.push({ id: post.id, ...back })
      } else skipped.push({ id: post.id, why })
    }
    return { changed, skipped }
  },

  async restoreMany(context, { posts }) {
    const found = await allPresent(
      context,
      posts.map(({ id }) => id),
    )
    const known = await openKnown(context.db)
    const wanted = new Map(posts.map((each) => [each.id, each]))
    for (const post of found) {
      const { base = 0, number = 0 } = wanted.get(post.id) ?? {}
      if (post.version !== base) throw new WorkspaceError('posts.changed-meanwhile')
      const content = await contentOfVersion(context.db, post.id, number)
      if (content === null) throw new WorkspaceError('posts.unknown-version')
      await saveContent(context, post, content, 'restored', known)
    }
    await makeReadyAgain(context, wereReady(posts))
    return { ids: found.map(({ id }) => id) }
  },
}

/** Null where it was saved. */
async function trySaving(
  context: CommandContext,
  post: Post,
  content: PostContent,
  known: Known,
): Promise<BulkSkip | null> {
  try {
    await saveContent(context, post, content, 'bulk', known)
    return null
  } catch (thrown) {
    const why = thrown instanceof WorkspaceError ? skips[thrown.reason] : undefined
    if (why === undefined) throw thrown
    return why
  }
}

function isSame(one: PostContent, other: PostContent): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
