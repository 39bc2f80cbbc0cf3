import type { Decision, DecisionInput } from '#contract/complaintDecisions'
import type { ComplaintId } from '#contract/complaintFields'
import type { PlainDate } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done about decisions of meetings, each with its way back. */
export function useDecisionCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const adding = useCommand('complaints', 'addDecision')
  const changing = useCommand('complaints', 'changeDecision')
  const finishing = useCommand('complaints', 'finishDecision')
  const resuming = useCommand('complaints', 'resumeDecision')
  const removing = useCommand('complaints', 'removeDecision')
  const returning = useCommand('complaints', 'bringBackDecision')

  async function add(
    complaintId: ComplaintId,
    metOn: PlainDate,
    wanted: DecisionInput,
  ): Promise<boolean> {
    const done = await adding.run({ complaintId, metOn, ...wanted })
    if (!done.ok) return false
    const { id, number } = done.value
    notices.tell(t('complaints.decisions.added', { number }), () => void removing.run({ id }))
    return true
  }

  async function change({ id }: Decision, wanted: DecisionInput): Promise<boolean> {
    return (await changing.run({ id, ...wanted })).ok
  }

  async function finish({ id, number }: Decision): Promise<void> {
    const { ok } = await finishing.run({ id })
    const text = t('complaints.decisions.finished', { number })
    if (ok) notices.tell(text, () => void resuming.run({ id }))
  }

  async function remove({ id, number }: Decision): Promise<void> {
    const { ok } = await removing.run({ id })
    const text = t('complaints.decisions.removed', { number })
    if (ok) notices.tell(text, () => void returning.run({ id }))
  }

  return {
    ...{ add, change, finish, remove, adding, changing },
    resume: ({ id }: Decision) => void resuming.run({ id }),
  }
}
