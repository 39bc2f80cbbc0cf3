import type { AssessmentHistory, HistoryCell } from '#contract/assessmentHistory'
import type { AssessmentSummary } from '#contract/assessments'
import type { Standing } from '../assessView'

/** How a control stood, as a sign and a word say it. */
export function standingIn({ asked, result }: HistoryCell): Standing {
  return asked ? (result ?? 'unanswered') : 'not-asked'
}

export interface HistoryColumn {
  readonly assessment: AssessmentSummary
  readonly isOwn: boolean
  /** What the assessment is held against. */
  readonly isAgainst: boolean
  /** The approved issue that speaks for it; null: its answers as they stand now. */
  readonly basis: number | null
}

export function columnsOf({ assessments, bases, against }: AssessmentHistory): HistoryColumn[] {
  const last = assessments.length - 1
  return assessments.map((assessment, at) => ({
    ...{ assessment, isOwn: at === last, isAgainst: assessment.id === against },
    basis: bases[at] ?? null,
  }))
}

/** What two scores differ by, in whole percentage points as they are shown; null where one is open. */
export function pointsBetween(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null
  return Math.round(after * 100) - Math.round(before * 100)
}
