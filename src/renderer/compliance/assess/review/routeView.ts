import type { RouteStep } from '#contract/assessmentReviews'

/** The steps that still hold: those after it was last sent back or opened again. */
export function standingOf(steps: readonly RouteStep[]): RouteStep[] {
  const back = steps.findLastIndex(
    ({ deed }) => deed === 'sent-back' || deed === 'taken-back' || deed === 'reopened',
  )
  return steps.slice(back + 1)
}
