import type { Component } from 'vue'
import type { PlainKey } from '../words/useWords'
import type { CallName } from '../workspace/may'

/** A page of the side navigation (or, for settings, of their own list). */
export interface Page {
  /** Route name; also what the palette and the desktop's requests call it. */
  readonly name: string
  readonly path: string
  readonly title: PlainKey
  readonly icon: Component
  /** Without this call the page has nothing to show: it is not offered to who may not make it. */
  readonly needs?: CallName
  readonly load: () => Promise<{ default: Component }>
}

/** Pages that belong together under one heading; a heading of null is not shown. */
export interface PageSection {
  readonly heading: PlainKey | null
  readonly pages: readonly Page[]
}
