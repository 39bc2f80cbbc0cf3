import type { Decision, Outsider } from '#contract/postApproval'
import type { DecisionId, PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { PersonId, PlainDate } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

type Said = Pick<Decision, 'decision' | 'comment'>

/**
 * Asking, taking back and deciding. What somebody decided themselves is not undone: it was said; what
 * was only entered for them from paper is.
 */
export function useApprovalCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const asking = useCommand('posts', 'askApproval')
  const withdrawing = useCommand('posts', 'withdrawApproval')
  const deciding = useCommand('posts', 'decide', { failures: 'here' })
  const entering = useCommand('posts', 'enterPaperDecision', { failures: 'here' })
  const takingBack = useCommand('posts', 'takeBackPaperDecision')

  async function ask({ id }: Post): Promise<void> {
    const done = await asking.run({ ids: [id] })
    if (!done.ok) return
    const { unheard } = done.value
    const text =
      unheard.length === 0
        ? t('posts.approval.asked')
        : t('posts.approval.askedWithout', { names: unheard.join(', ') })
    notices.tell(text, () => void withdrawing.run({ id }))
  }

  async function withdraw({ id }: Post): Promise<void> {
    const { ok } = await withdrawing.run({ id })
    if (ok) notices.tell(t('posts.approval.withdrawn'), () => void asking.run({ ids: [id] }))
  }

  function tell(decision: Said['decision'], undo?: () => void): void {
    notices.tell(
      t(decision === 'approve' ? 'posts.approval.approved' : 'posts.approval.changesAsked'),
      undo,
    )
  }

  async function decide({ id, contentHash }: Post, said: Said): Promise<boolean> {
    const { ok } = await deciding.run({ id, contentHash, ...said })
    if (ok) tell(said.decision)
    return ok
  }

  async function enter(
    { id, contentHash }: { id: PostId; contentHash: Post['contentHash'] },
    signed: Said & {
      readonly signedBy: PersonId | null
      readonly outsider: Outsider | null
      readonly signedOn: PlainDate
    },
  ): Promise<boolean> {
    const done = await entering.run({ id, contentHash, ...signed })
    if (!done.ok) return false
    const { decisionId } = done.value
    tell(signed.decision, () => void takingBack.run({ id: decisionId }))
    return true
  }

  async function takeBack(id: DecisionId): Promise<void> {
    const { ok } = await takingBack.run({ id })
    if (ok) notices.tell(t('posts.approval.takenBack'))
  }

  return {
    ...{ ask, withdraw, decide, enter, takeBack },
    ...{ asking, withdrawing, deciding, entering, takingBack },
  }
}
