import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** Posts that show a picture which is about to be thrown away: the first titles, and how many. */
export interface PictureUses {
  readonly total: number
  readonly titles: readonly string[]
}

/** The question before a picture that posts show goes to the trash. */
export const useUsedPictures = defineStore('used-pictures', () => {
  const asked = shallowRef<(PictureUses & { readonly answer: (go: boolean) => void }) | null>(null)

  /** True at once where no post shows any of them. */
  function confirmed({ total, titles }: PictureUses): Promise<boolean> {
    if (total === 0) return Promise.resolve(true)
    asked.value?.answer(false)
    return new Promise((resolve) => {
      asked.value = {
        ...{ total, titles },
        answer(go) {
          asked.value = null
          resolve(go)
        },
      }
    })
  }

  return { asked, confirmed }
})
