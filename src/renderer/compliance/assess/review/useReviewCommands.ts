import type { QualityMark } from '#contract/assessmentQuality'
import type { ReviewStep, Signature } from '#contract/assessmentReviews'
import type { AssessmentSummary } from '#contract/assessments'
import { useNotices } from '../../../shell/notices'
import { useWords } from '../../../words/useWords'
import { useCommand } from '../../../workspace/useCommand'
import { useSubjectName } from '../useSubjectName'

interface Said {
  readonly base: number
  readonly remark: string
  readonly signature: Signature | null
  readonly acknowledged: QualityMark[]
}

/** What is done on the way to approval. Back is a deed of its own, with a word that stays. */
export function useReviewCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const nameOf = useSubjectName()
  const stepping = {
    prepared: useCommand('compliance', 'prepareAssessment', { failures: 'here' }),
    reviewed: useCommand('compliance', 'reviewAssessment', { failures: 'here' }),
    approved: useCommand('compliance', 'approveAssessment', { failures: 'here' }),
  }
  const returning = useCommand('compliance', 'sendBackAssessment', { failures: 'here' })
  const reopening = useCommand('compliance', 'reopenAssessment', { failures: 'here' })

  async function take(
    assessment: AssessmentSummary,
    step: ReviewStep,
    { acknowledged, ...said }: Said,
  ): Promise<boolean> {
    const input = { id: assessment.id, ...said }
    const { ok } =
      step === 'prepared'
        ? await stepping.prepared.run({ ...input, acknowledged })
        : await stepping[step].run(input)
    const subject = nameOf(assessment)
    if (ok) notices.tell(t(`compliance.review.done.${step}`, { subject }))
    return ok
  }

  async function sendBack(
    assessment: AssessmentSummary,
    base: number,
    remark: string,
  ): Promise<boolean> {
    const { ok } = await returning.run({ id: assessment.id, base, remark })
    if (ok) notices.tell(t('compliance.review.sentBack', { subject: nameOf(assessment) }))
    return ok
  }

  async function reopen(assessment: AssessmentSummary, reason: string): Promise<boolean> {
    const { ok } = await reopening.run({ id: assessment.id, reason })
    const said = { subject: nameOf(assessment), number: assessment.revision + 1 }
    if (ok) notices.tell(t('compliance.review.reopened', said))
    return ok
  }

  return { take, stepping, sendBack, returning, reopen, reopening }
}
