import type { AssessmentSummary } from '#contract/assessments'
import { useWords } from '../../words/useWords'

/** What an assessment is of, in words. */
export function useSubjectName(): (
  assessment: Pick<AssessmentSummary, 'subject' | 'subjectName'>,
) => string {
  const { t } = useWords()
  return ({ subject, subjectName }) =>
    subject.kind === 'bureau' ? t('compliance.assess.bureauName') : subjectName
}

/** Its days, in words. */
export function usePeriodName(): (period: AssessmentSummary['period']) => string {
  const { t, format } = useWords()
  return ({ from, to }) =>
    t('compliance.assess.period', { from: format.value.day(from), to: format.value.day(to) })
}
