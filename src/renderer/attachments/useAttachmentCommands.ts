import type { Attachment } from '#contract/attachments'
import { useDesktop } from '../shell/desktop'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useJobs } from '../workspace/jobs'
import { useCommand } from '../workspace/useCommand'
import { copyName } from './attachmentsView'

/** What is done with one attachment, each with its way back. */
export function useAttachmentCommands() {
  const { t } = useWords()
  const desktop = useDesktop()
  const notices = useNotices()
  const jobs = useJobs()
  const changing = useCommand('attachments', 'change')
  const removing = useCommand('attachments', 'remove')
  const restoring = useCommand('attachments', 'restore')

  async function change(before: Attachment, title: string, note: string): Promise<boolean> {
    const { id } = before
    const { ok } = await changing.run({ id, title, note })
    const undo = () => void changing.run({ id, title: before.title, note: before.note })
    if (ok) notices.tell(t('attachments.changed'), undo)
    return ok
  }

  async function remove({ id, title }: Attachment): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('attachments.removed', { title }), () => void restoring.run({ id }))
  }

  /**
   * Saves it outside, redacted where it is, unless it is said why all of it is needed.
   * @returns whether it was saved
   */
  async function saveCopy(attachment: Attachment, fullFor?: string): Promise<boolean> {
    const { id, kind, redaction } = attachment
    const path = await desktop.pickFilePath({ name: copyName(attachment), format: kind })
    if (path === null) return false
    const saved = await jobs.start(
      'attachments',
      'saveCopy',
      { id, path, ...(fullFor !== undefined && { fullFor }) },
      { title: () => t('attachments.saving') },
    )
    if (!saved.ok) return false
    const name = saved.value.path.split(/[\\/]/).at(-1) ?? ''
    const asIs = saved.value.manner === 'as-is'
    const isBlack = redaction !== null && fullFor === undefined
    const again = isBlack ? 'attachments.redaction.savedCopy' : 'attachments.savedAgain'
    notices.tell(t(asIs ? 'attachments.savedAsIs' : again, { name }))
    return true
  }

  return { change, changing, remove, saveCopy }
}
