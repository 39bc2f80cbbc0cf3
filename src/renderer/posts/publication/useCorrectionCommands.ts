import type { PostId } from '#contract/postIds'
import type { Correction, CorrectionFields } from '#contract/postPublication'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done to corrections, each with its way back. */
export function useCorrectionCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const adding = useCommand('posts', 'addCorrection', { failures: 'here' })
  const changing = useCommand('posts', 'changeCorrection', { failures: 'here' })
  const unchanging = useCommand('posts', 'changeCorrection')
  const removing = useCommand('posts', 'removeCorrection')
  const bringing = useCommand('posts', 'bringBackCorrection')

  async function save(
    postId: PostId,
    before: Correction | null,
    correction: CorrectionFields,
  ): Promise<boolean> {
    if (before === null) {
      const added = await adding.run({ postId, correction })
      if (!added.ok) return false
      const { id } = added.value
      notices.tell(t('posts.out.corrections.added'), () => void removing.run({ id }))
      return true
    }
    const { id, accountId, wrong, posted, apology, day, time, url } = before
    const former = { accountId, wrong, posted, apology, day, time, url }
    const { ok } = await changing.run({ id, correction })
    const undo = () => void unchanging.run({ id, correction: former })
    if (ok) notices.tell(t('posts.out.corrections.changed'), undo)
    return ok
  }

  async function remove({ id }: Correction): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('posts.out.corrections.removed'), () => void bringing.run({ id }))
  }

  return { save, remove, adding, changing }
}
