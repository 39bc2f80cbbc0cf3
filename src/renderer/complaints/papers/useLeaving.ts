import type { RegisterChoice, TakeoutId } from '#contract/complaintLeaving'
import { usePreview } from '../../print/preview/previewStore'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'
import { useCommand } from '../../workspace/useCommand'
import type { LeavingAs } from './leavingView'

/** Takes complaints out: onto paper, or into a file that a person names. */
export function useLeaving() {
  const { t, language } = useWords()
  const desktop = useDesktop()
  const jobs = useJobs()
  const notices = useNotices()
  const preview = usePreview()
  const taking = useCommand('complaints', 'takeOut', { failures: 'here' })

  /**
   * Asks for what must be known first: leave, where a reason is given, and where a file goes.
   * @returns what does it then; null where it was refused or given up
   */
  async function leave(
    as: LeavingAs,
    choice: RegisterChoice,
    reason: string | null,
  ): Promise<(() => void) | null> {
    const path =
      as === 'register'
        ? ''
        : await desktop.pickFilePath({ name: t('complaints.papers.fileName'), format: as })
    if (path === null) return null
    let takeoutId: TakeoutId | null = null
    if (reason !== null) {
      const done = await taking.run({ what: as, choice, reason })
      if (!done.ok) return null
      takeoutId = done.value.id
    }
    if (as === 'register') {
      return () =>
        preview.open({ name: 'complaint-register', input: { choice, takeoutId }, csv: null })
    }
    return () => void save(as, choice, path, takeoutId)
  }

  async function save(
    format: Exclude<LeavingAs, 'register'>,
    choice: RegisterChoice,
    path: string,
    takeoutId: TakeoutId | null,
  ): Promise<void> {
    const input = { choice, format, path, takeoutId, language: language.value }
    const title = () => t('complaints.papers.saving')
    const saved = await jobs.start('complaints', 'exportRegister', input, { title })
    if (!saved.ok) return
    const name = saved.value.path.split(/[\\/]/).at(-1) ?? ''
    notices.tell(t('complaints.papers.saved', { count: saved.value.cases, name }))
  }

  return { leave, taking }
}
