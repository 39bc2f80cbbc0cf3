import { computed } from 'vue'
import type { PersonRequest } from '#contract/complaintRequests'
import { useDesktop } from '../../shell/desktop'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'

/** Saves the files of an access file into a folder that the person chooses. */
export function useAccessFiles() {
  const { t } = useWords()
  const desktop = useDesktop()
  const jobs = useJobs()
  const notices = useNotices()
  const isSaving = computed(() => jobs.running.some(({ name }) => name === 'saveAccessFiles'))

  async function saveFiles({ id, number }: PersonRequest): Promise<void> {
    if (isSaving.value) return
    const within = await desktop.pickTargetFolder()
    if (within === null) return
    const done = await jobs.start(
      'complaints',
      'saveAccessFiles',
      { id, within },
      { title: () => t('complaints.rights.savingFiles', { number }) },
    )
    if (!done.ok) return
    const { folder, saved: count, refused } = done.value
    const files = refused.map((file) => `${file.number} ${file.title}`).join(', ')
    notices.tell(
      refused.length === 0
        ? t('complaints.rights.savedFiles', { count, folder })
        : t('complaints.rights.savedSome', { count, folder, files }),
    )
  }

  return { saveFiles, isSaving }
}
