import type { AssessmentSummary } from '#contract/assessments'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { useSubjectName } from './useSubjectName'

/** What is done to a whole assessment, each with its way back. */
export function useAssessmentCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const nameOf = useSubjectName()
  const removing = useCommand('compliance', 'removeAssessment')
  const returning = useCommand('compliance', 'bringBackAssessment')

  async function remove(assessment: AssessmentSummary): Promise<boolean> {
    const { id } = assessment
    const { ok } = await removing.run({ id })
    const undo = () => void returning.run({ id })
    if (ok) notices.tell(t('compliance.assess.wasRemoved', { subject: nameOf(assessment) }), undo)
    return ok
  }

  async function bringBack(assessment: AssessmentSummary): Promise<boolean> {
    const { id } = assessment
    const { ok } = await returning.run({ id })
    const undo = () => void removing.run({ id })
    const said = { subject: nameOf(assessment) }
    if (ok) notices.tell(t('compliance.assess.wasBroughtBack', said), undo)
    return ok
  }

  return { remove, bringBack }
}
