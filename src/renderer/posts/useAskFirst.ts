import { defineStore } from 'pinia'
import { shallowReactive, shallowRef } from 'vue'
import type { PostTile } from '#contract/posts'
import { asksBeforeMove } from './postLook'

/** What is about to change of posts that others rely on. */
export type GraveChange = 'move' | 'phase' | 'fields'

/** What the question says of a post. */
type AskedPost = Pick<PostTile, 'title' | 'status'>

/** A change that waits for a person's word. */
export interface AskedFirst {
  readonly change: GraveChange
  readonly posts: readonly AskedPost[]
  readonly answer: (go: boolean) => void
}

/** The question before an approved or published post is changed on the plan: one for all views. */
export const useAskFirst = defineStore('ask-first', () => {
  const asked = shallowRef<AskedFirst | null>(null)
  /** The dialogs that could show it: a page may hold several, of which the first one does. */
  const dialogs = shallowReactive<symbol[]>([])

  /** True at once where no post of these is approved or published. */
  function confirmed(posts: readonly AskedPost[], change: GraveChange): Promise<boolean> {
    const grave = posts.filter(({ status }) => asksBeforeMove(status))
    if (grave.length === 0) return Promise.resolve(true)
    asked.value?.answer(false)
    return new Promise((resolve) => {
      asked.value = {
        ...{ change, posts: grave },
        answer(go) {
          asked.value = null
          resolve(go)
        },
      }
    })
  }

  return { asked, dialogs, confirmed }
})
