import type { ReportControl, ReportSection, ResultCounts } from '#contract/assessmentReports'
import type { Assessment } from '#contract/assessments'

type Counted = Pick<ReportControl, 'isHeading' | 'isRetired' | 'result' | 'weight'>

/** How many of some controls have each result; headings and what is no longer asked are not counted. */
export function countsOf(controls: readonly Counted[]): ResultCounts {
  const counts = { met: 0, partly: 0, 'not-met': 0, 'not-applicable': 0, unanswered: 0 }
  for (const { isHeading, isRetired, result } of controls) {
    if (!isHeading && !isRetired) counts[result ?? 'unanswered'] += 1
  }
  return counts
}

/** Each section's score with its counts. */
export function sectionCounts(
  sections: Assessment['sections'],
  controls: readonly ReportControl[],
): ReportSection[] {
  return sections.map((part) => ({
    ...part,
    counts: countsOf(controls.filter(({ section }) => section.ms === part.title.ms)),
  }))
}
