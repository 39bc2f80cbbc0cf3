import type { Instant } from '#contract/values'
import { useWords } from '../words/useWords'
import type { CallName } from '../workspace/may'
import { useNotices } from './notices'

/** Something that was taken out, as the trash shows it. */
export interface RemovedLine {
  readonly key: string
  readonly name: string
  /** What tells it from others of that name; empty where its name is enough. */
  readonly detail: string
  readonly removedAt: Instant
  /** The call that brings it back: who may not make it is told so. */
  readonly call: CallName
}

/** Says that something is back, with the way back out. */
export function useTellRestored(): (name: string, undo: () => void) => void {
  const { t } = useWords()
  const notices = useNotices()
  return (name, undo) => {
    notices.tell(t('common.trash.restored', { name }), undo)
  }
}
