import type { SliceHandlers } from '#contract/call'
import type { Post, posts } from '#contract/posts'
import type { Contexts } from '../../context.ts'
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
    return { before: found.map(({ id, content: { day, time } }) => ({ id, day, time })) }
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
    return { before: found.map(phaseBefore) }
  },
}

function phaseBefore({ id, content: { phaseId } }: Post) {
  return { id, phaseId }
}
