import { computed } from 'vue'
import type { KeptDecision } from '#contract/images'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'

/** Taking back what was said of a library picture, with its way back. */
export function useKeptDecisions() {
  const { t } = useWords()
  const notices = useNotices()
  const forgetting = useCommand('images', 'forgetDecision')
  const recalling = useCommand('images', 'recallDecision')

  async function forget({ id, name }: KeptDecision): Promise<void> {
    const done = await forgetting.run({ id })
    if (!done.ok) return
    notices.tell(t('images.kept.forgotten', { name }), () => void recalling.run({ id }))
  }

  async function recall({ id, name }: KeptDecision): Promise<void> {
    const done = await recalling.run({ id })
    if (!done.ok) return
    notices.tell(t('images.kept.recalled', { name }), () => void forgetting.run({ id }))
  }

  return {
    forget,
    recall,
    running: computed(() => forgetting.running.value || recalling.running.value),
  }
}
