import { nextTick, onMounted, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { PostId } from '#contract/postIds'
import type { PostDraft } from '#contract/posts'
import { asError, useWorkspace } from '../../workspace/calls'
import { useGate } from '../../workspace/gate'

/** One opening of the pane: from then on the form follows the same post for the same person. */
export interface PostOpening {
  /** Tells one opening from the next; 0 while it is not known what was half typed. */
  readonly session: Readonly<Ref<number>>
  readonly openId: Readonly<ShallowRef<PostId | null>>
  readonly draft: Readonly<ShallowRef<PostDraft | null>>
  readonly failure: Readonly<ShallowRef<Error | null>>
  /** A new post was saved: the form goes on with it. */
  became(id: PostId): void
  begin(): Promise<void>
}

/**
 * Looks, each time another post is opened or another person sits down, for what they had half typed.
 * Asked once and not kept up to date: what is typed from now on is kept from here.
 */
export function usePostOpening(id: () => PostId | null, start: () => unknown): PostOpening {
  const workspace = useWorkspace()
  const gate = useGate()
  const session = ref(0)
  const openId = shallowRef(id())
  const draft = shallowRef<PostDraft | null>(null)
  const failure = shallowRef<Error | null>(null)
  let last = 0

  async function begin(): Promise<void> {
    const mine = (last += 1)
    session.value = 0
    failure.value = null
    openId.value = id()
    try {
      // What was open until now keeps its draft first.
      await nextTick()
      const drafts = await workspace.posts.drafts({})
      if (mine !== last) return
      draft.value = drafts.find(({ postId }) => postId === openId.value) ?? null
      session.value = mine
    } catch (thrown) {
      if (mine === last) failure.value = asError(thrown)
    }
  }

  watch(id, (now) => {
    if (now !== openId.value) void begin()
  })
  // By what it says: a parent may hand the same start over as another object at every drawing.
  watch(
    () => JSON.stringify(start()),
    () => {
      if (id() === null) void begin()
    },
  )
  watch(
    () => gate.actor.value?.id,
    () => void begin(),
  )
  onMounted(begin)

  return {
    ...{ session, openId, draft, failure, begin },
    became(now) {
      openId.value = now
    },
  }
}
