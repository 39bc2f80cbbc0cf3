import type { SliceHandlers } from '#contract/call'
import type { Post, PostMove, posts } from '#contract/posts'
import type { PostId } from '#contract/postIds'
import type { CommandContext, Contexts } from '../../context.ts'
import { contentMoved, withOwnSlots } from '../rules/shift.ts'
import { openKnown } from './known.ts'
import { makeReadyAgain } from './readiness.ts'
import { allPresent, present, refuseElsewhere, saveContent } from './saving.ts'

type MoveCalls = Pick<typeof posts, 'move' | 'moveSlots' | 'setPhase'>

/** Posts put elsewhere on the plan; each answers what was, so that it can be undone. */
export const moveHandlers: SliceHandlers<MoveCalls, Contexts> = {
  async move(context, { moves }) {
    const found = await allPresent(
      context,
      moves.map(({ id }) => id),
    )
    const known = await openKnown(context.db)
    for (const [index, { own, ...slot }] of moves.entries()) {
      const post = found[index]
      if (post === undefined) continue
      const content =
        own === undefined
          ? contentMoved(post.content, slot)
          : { ...withOwnSlots(post.content, own), day: slot.day, time: slot.time }
      await saveContent(context, post, content, 'moved', known)
    }
    await makeReadyAgain(context, wereReady(moves))
    return { before: found.map(slotBefore), fellBack: await fallenBack(context, found) }
  },

  async moveSlots(context, { id, accountIds, day, time }) {
    const post = await present(context, id)
    for (const accountId of accountIds) refuseElsewhere(post, accountId)
    const own = accountIds.map((accountId) => ({ accountId, day, time }))
    await saveContent(context, post, withOwnSlots(post.content, own), 'moved')
    return { before: [slotBefore(post)], fellBack: await fallenBack(context, [post]) }
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
    await makeReadyAgain(context, wereReady(wanted))
    return { before: found.map(phaseBefore), fellBack: await fallenBack(context, found) }
  },
}

/** Where a post stands, with all slots of accounts' own, for the way back. */
export function slotBefore(post: Post): PostMove {
  const { day, time, accounts } = post.content
  const own = accounts
    .filter((account) => account.day !== null || account.time !== null)
    .map(({ text: _, ...slot }) => slot)
  return { ...{ id: post.id, day, time }, ...(own.length > 0 && { own }), ...readyBefore(post) }
}

function phaseBefore(post: Post) {
  return { id: post.id, phaseId: post.content.phaseId, ...readyBefore(post) }
}

/** Said of what was ready alone. */
export function readyBefore({ status }: Post): { ready?: true } {
  return status === 'ready' ? { ready: true } : {}
}

export function wereReady(
  posts: readonly { readonly id: PostId; readonly ready?: true | undefined }[],
): PostId[] {
  return posts.filter(({ ready }) => ready === true).map(({ id }) => id)
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
