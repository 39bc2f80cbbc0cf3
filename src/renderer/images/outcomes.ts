import type { Medium } from '#contract/findings'

/** One line of `OutcomeList`. */
export interface OutcomeRow {
  readonly key: string
  readonly thumbnail: string | null
  readonly medium?: Medium
  readonly name: string
  readonly detail: string
}
