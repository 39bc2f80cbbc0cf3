import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Language } from '#contract/values'

/** A document to be looked at before it is printed. */
export interface PreviewRequest {
  /** The document's name, as its slice registered it. */
  readonly name: string
  /** Input of its query. */
  readonly input: unknown
  /** The same as a table, where there is one. */
  readonly csv: ((language: Language) => Promise<string>) | null
}

/** Which document is being looked at, wherever on the pages it was asked for. */
export const usePreview = defineStore('print-preview', () => {
  const request = shallowRef<PreviewRequest | null>(null)

  function open(wanted: PreviewRequest): void {
    request.value = wanted
  }

  function close(): void {
    request.value = null
  }

  return { request, open, close }
})
