import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { asError } from '../workspace/calls'

/** Puts a complaint's number on the clipboard; nothing is ever read from it. */
export function useCopyNumber(): (number: string) => Promise<void> {
  const { t } = useWords()
  const notices = useNotices()
  return async (number) => {
    try {
      await navigator.clipboard.writeText(number)
      notices.tell(t('complaints.numberCopied', { number }))
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }
}
