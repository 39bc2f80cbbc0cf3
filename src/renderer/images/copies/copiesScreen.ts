import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { CopyResult } from '#contract/imageCopies'
import type { LibraryImage } from '#contract/images'

interface Outcome {
  readonly images: readonly LibraryImage[]
  readonly results: readonly CopyResult[]
}

/** Copies being saved from the library, whichever button or key began it. */
export const useCopiesScreen = defineStore('image-copies-screen', () => {
  /** Videos or PDFs are among them: the person is told first what stays inside. */
  const question = shallowRef<readonly LibraryImage[]>([])
  /** A dialogue of the system is open. */
  const isAsking = ref(false)
  /** Shown until the person has seen what could not be saved. */
  const outcome = shallowRef<Outcome | null>(null)
  return { question, isAsking, outcome }
})
