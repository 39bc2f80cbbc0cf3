import type { MeasuredAnew } from '#contract/assessmentMeasures'
import type { AssessmentSummary } from '#contract/assessments'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'
import { useSubjectName } from './useSubjectName'

/** Measures an assessment as a job of the status bar: nothing waits for it, and it can be stopped. */
export function useMeasuring() {
  const { t } = useWords()
  const jobs = useJobs()
  const nameOf = useSubjectName()

  /**
   * @param keep false: it says what it would change
   * @returns null where it failed or was stopped; of a failure the person was told
   */
  async function measure(
    assessment: Pick<AssessmentSummary, 'id' | 'subject' | 'subjectName'>,
    keep: boolean,
  ): Promise<MeasuredAnew | null> {
    const title = () => t('compliance.measuring.job', { subject: nameOf(assessment) })
    const input = { id: assessment.id, keep }
    const done = await jobs.start('compliance', 'measureAssessment', input, { title })
    return done.ok ? done.value : null
  }

  return { measure }
}
