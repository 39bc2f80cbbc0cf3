import type { HistoryCell, HistoryChange } from '#contract/assessmentHistory'
import type { Control } from '#contract/frameworks'

const rank = { 'not-met': 0, partly: 1, met: 2 } as const

/** What became of a control between two assessments (ours). */
export function changeBetween(before: HistoryCell, after: HistoryCell): HistoryChange {
  if (!after.asked) return before.asked ? 'gone' : 'same'
  if (!before.asked) return 'new'
  const [was, is] = [before.result, after.result]
  if (was === is) return 'same'
  if (was === null) return 'answered'
  if (is === null) return 'unanswered'
  if (was === 'not-applicable' || is === 'not-applicable') return 'applies'
  return rank[is] > rank[was] ? 'better' : 'worse'
}

const meaning = ['question', 'evidence', 'weight', 'scope', 'measurement'] as const

/** Whether two answers were given to different words. A clause that was numbered anew says the same. */
export function isReworded(before: Control | undefined, after: Control | undefined): boolean {
  if (before === undefined || after === undefined) return false
  return meaning.some((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]))
}
