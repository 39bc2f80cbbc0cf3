import type { Component } from 'vue'
import type { Tone } from './tone'

/** A count beside the label of a tab: a sign and a number to see, words to hear. */
export interface TabMark {
  readonly icon: Component
  readonly tone: Tone
  readonly count: number
  /** `2 amaran`. */
  readonly label: string
}

/** What a pointer that rests on a tab and a screen reader are told of it; undefined: no more than its label. */
export function titleOf(
  label: string,
  marks: readonly TabMark[],
  isSigned: boolean,
): string | undefined {
  if (marks.length > 0) return `${label}: ${marks.map((mark) => mark.label).join(', ')}`
  return isSigned ? label : undefined
}
