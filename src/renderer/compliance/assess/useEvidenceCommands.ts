import type { AssessmentEvidence, NewEvidence } from '#contract/assessmentEvidence'
import type { AssessmentId, EvidenceId } from '#contract/assessmentIds'
import type { ControlKey } from '#contract/frameworks'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

interface Place {
  readonly id: AssessmentId
  readonly key: ControlKey
}

/** Puts evidence at a control and takes it off, each with its way back. */
export function useEvidenceCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const adding = useCommand('compliance', 'addEvidence', { failures: 'here' })
  const reusing = useCommand('compliance', 'reuseEvidence', { failures: 'here' })
  const removing = useCommand('compliance', 'removeEvidence')
  const returning = useCommand('compliance', 'bringBackEvidence')

  function tellAdded({ useId, evidence }: AssessmentEvidence): void {
    const undo = () => void removing.run({ useId })
    notices.tell(t('compliance.proof.added', { title: evidence.title }), undo)
  }

  async function add(place: Place, evidence: NewEvidence): Promise<boolean> {
    const done = await adding.run({ ...place, evidence })
    if (done.ok) tellAdded(done.value)
    return done.ok
  }

  async function reuse(place: Place, evidenceId: EvidenceId): Promise<boolean> {
    const done = await reusing.run({ ...place, evidenceId })
    if (done.ok) tellAdded(done.value)
    return done.ok
  }

  async function remove({ useId, evidence }: AssessmentEvidence): Promise<void> {
    const { ok } = await removing.run({ useId })
    const undo = () => void returning.run({ useId })
    if (ok) notices.tell(t('compliance.proof.removed', { title: evidence.title }), undo)
  }

  return { add, reuse, remove, adding, reusing }
}
