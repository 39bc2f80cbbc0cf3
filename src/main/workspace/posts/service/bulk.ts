import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { BulkSkip, postBulk } from '#contract/postBulk'
import type { PostContent } from '#contract/postContent'
import type { Post, PostMove } from '#contract/posts'
import type { CommandContext, Contexts } from '../../context.ts'
import { addDays } from '../../days/rules/dates.ts'
import { contentOfVersion } from '../queries/versions.ts'
import { withChanges } from '../rules/bulk.ts'
import { openKnown, type Known } from './known.ts'
import { fallenBack } from './moves.ts'
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
    for (const post of found) {
      const { day, time } = post.content
      if (day === null) continue
      const to = addDays(day, days)
      await saveContent(context, post, { ...post.content, day: to }, 'moved', known)
      before.push({ id: post.id, day, time })
      after.push({ id: post.id, day: to, time })
    }
    const undated = found.filter(({ content }) => content.day === null).map(({ id }) => id)
    return { before, after, undated, fellBack: await fallenBack(context, found) }
  },

  async changeMany(context, { ids, changes }) {
    const found = await allPresent(context, ids)
    const known = await openKnown(context.db)
    const changed: { id: Post['id']; base: number; number: number }[] = []
    const skipped: { id: Post['id']; why: BulkSkip }[] = []
    for (const post of found) {
      const content = withChanges(post.content, changes)
      const why = isSame(content, post.content)
        ? 'same'
        : await trySaving(context, post, content, known)
      if (why === null) changed.push({ id: post.id, base: post.version + 1, number: post.version })
      else skipped.push({ id: post.id, why })
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
