import type { Post, StatusByHand } from '#contract/posts'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { useCalendarScreen } from '../calendarScreen'
import { wayBack, type StatusStep } from '../statusView'

/** The life of one post by hand; each change with its way back where there is one. */
export function useStatusCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const screen = useCalendarScreen()
  const setting = useCommand('posts', 'setStatus')
  const resuming = useCommand('posts', 'resume')
  const trashing = useCommand('posts', 'trash')
  const restoring = useCommand('posts', 'restore')

  function run(step: StatusStep, { id }: Post): void {
    if (step.kind === 'resume') void resuming.run({ ids: [id] })
    else void setting.run({ ids: [id], to: step.to, reason: '' })
  }

  async function setStatus(post: Post, to: StatusByHand, reason = ''): Promise<boolean> {
    const { ok } = await setting.run({ ids: [post.id], to, reason })
    if (!ok) return false
    const text = t('posts.pane.statusSet', { status: t(`posts.status.${to}`) })
    const back = wayBack(post.status, to)
    notices.tell(text, back === null ? null : () => run(back, post))
    return true
  }

  async function resume(post: Post): Promise<void> {
    const { status, statusReason, heldFrom } = post
    const done = await resuming.run({ ids: [post.id] })
    if (!done.ok || heldFrom === null) return
    const now = done.value.unready.includes(post.id) ? 'approved' : heldFrom
    const text = t('posts.pane.resumed', { status: t(`posts.status.${now}`) })
    const again = { ids: [post.id], to: 'on-hold' as const, reason: statusReason }
    notices.tell(text, status === 'on-hold' ? () => void setting.run(again) : null)
  }

  async function trash({ id, content }: Post): Promise<boolean> {
    const { ok } = await trashing.run({ ids: [id] })
    const text = t('posts.pane.trashed', { title: content.title })
    if (!ok) return false
    screen.gone = [id]
    notices.tell(text, () => void restoring.run({ ids: [id] }))
    return true
  }

  async function restore({ id, content }: Post): Promise<void> {
    const { ok } = await restoring.run({ ids: [id] })
    const text = t('posts.pane.restored', { title: content.title })
    if (!ok) return
    screen.gone = [id]
    notices.tell(text, () => void trashing.run({ ids: [id] }))
  }

  return { setStatus, resume, trash, restore, setting }
}
