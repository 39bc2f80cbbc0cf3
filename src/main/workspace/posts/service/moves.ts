import type { SliceHandlers } from '#contract/call'
import type { Post, posts } from '#contract/posts'
import type { PostId } from '#contract/postIds'
import type { CommandContext, Contexts } from '../../context.ts'
import { openKnown } from './known.ts'
import { allPresent, saveContent } from './saving.ts'

type MoveCalls = Pick<typeof posts, 'move' | 'setPhase'>

/** Posts put elsewhere on the plan; each answers what was, so that it can be undone. */
export const moveHandlers: SliceHandlers<MoveCalls, Contexts> = {
  async move(context, { moves }) {
    const found = await allPresent(
      context,
      moves.map(({ id }) => id),
    )
    const known = await openKnown(context.db)
    for (const [index, { day, time }] of moves.entries()) {
      const post = found[index]
      if (post === undefined) continue
      await saveContent(context, post, { ...post.content, day, time }, 'moved', known)
    }
    return {
      before: found.map(({ id, content: { day, time } }) => ({ id, day, time })),
      fellBack: await fallenBack(context, found),
    }
  },

  async setPhase(context, { posts: wanted }) {
    const found = await allPresent(
      context,
      wanted.map(({ id }) => id),
    )
    const known = await openKnown(context.db)
    const to = new Map(wanted.map(({ id, phaseId }) => [id, phaseId]))
    for (const post of found) {
      const content = { ...post.content, phaseId: to.get(post.id) ?? null }
      await saveContent(context, post, content, 'moved', known)
    }
    return { before: found.map(phaseBefore), fellBack: await fallenBack(context, found) }
  },
}

function phaseBefore({ id, content: { phaseId } }: Post) {
  return { id, phaseId }
}

/** Those whose status the change took with it: ready no more, or to be approved anew. */
export async function fallenBack(
  context: CommandContext,
  before: readonly Post[],
): Promise<PostId[]> {
  const ids = before.map(({ id }) => id)
  const now = await allPresent(context, ids)
  return ids.filter((_, place) => now[place]?.status !== before[place]?.status)
}
