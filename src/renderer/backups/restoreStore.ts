import { defineStore } from 'pinia'
import { ref } from 'vue'
import { WorkspaceError } from '#contract/errors'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { asError, useWorkspace, type InputOf, type Outcome } from '../workspace/calls'

export type WantedRestore = InputOf<'gate', 'restore'>

/** Restores, and tells how it ended: the page that asked is gone by then, for all pages change. */
export const useRestore = defineStore('restore', () => {
  const workspace = useWorkspace()
  const notices = useNotices()
  const { t, format } = useWords()
  const isRunning = ref(false)

  /**
   * @param at when the backup was made
   * @returns a failure that is about the secret for the caller to show; others are told already
   */
  async function restore(wanted: WantedRestore, at: string): Promise<Outcome<null>> {
    isRunning.value = true
    try {
      const state = await workspace.gate.restore(wanted)
      if (state.kind === 'open') {
        notices.tell(t('backups.restore.done', { when: format.value.moment(at) }))
      }
      return { ok: true, value: null }
    } catch (thrown) {
      const error = asError(thrown)
      if (!isAboutSecret(error)) notices.fail(error)
      return { ok: false, error }
    } finally {
      isRunning.value = false
    }
  }

  return { restore, isRunning }
})

/** Said where the secret is typed, before anything was touched. */
export function isAboutSecret(error: Error): boolean {
  return (
    error instanceof WorkspaceError &&
    ['backups.secret-needed', 'gate.wrong-passphrase', 'gate.wrong-recovery-code'].includes(
      error.reason,
    )
  )
}
