import type { Comment } from '#contract/postApproval'
import type { PostId } from '#contract/postIds'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done to remarks, each with its way back. */
export function useRemarkCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const adding = useCommand('posts', 'addComment')
  const changing = useCommand('posts', 'changeComment')
  const settling = useCommand('posts', 'settleComment')
  const reopening = useCommand('posts', 'reopenComment')
  const removing = useCommand('posts', 'removeComment')
  const bringing = useCommand('posts', 'bringBackComment')

  async function add(postId: PostId, text: string): Promise<boolean> {
    const added = await adding.run({ postId, text })
    if (!added.ok) return false
    const { id } = added.value
    notices.tell(t('posts.approval.remarkAdded'), () => void removing.run({ id }))
    return true
  }

  async function change({ id, text: before }: Comment, text: string): Promise<boolean> {
    const { ok } = await changing.run({ id, text })
    const undo = () => void changing.run({ id, text: before })
    if (ok) notices.tell(t('posts.approval.remarkChanged'), undo)
    return ok
  }

  async function settle({ id }: Comment): Promise<void> {
    const { ok } = await settling.run({ id })
    if (ok) notices.tell(t('posts.approval.remarkSettled'), () => void reopening.run({ id }))
  }

  async function reopen({ id }: Comment): Promise<void> {
    const { ok } = await reopening.run({ id })
    if (ok) notices.tell(t('posts.approval.remarkReopened'), () => void settling.run({ id }))
  }

  async function remove({ id }: Comment): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('posts.approval.remarkRemoved'), () => void bringing.run({ id }))
  }

  return { add, change, settle, reopen, remove, adding, changing }
}
