import type { ImportId } from '#contract/postImports'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** Takes out again what came in together, and says what stays because somebody edited it. */
export function useUndoImport() {
  const { t } = useWords()
  const notices = useNotices()
  const undoing = useCommand('posts', 'undoImport')

  async function undo(id: ImportId): Promise<void> {
    const done = await undoing.run({ id })
    if (!done.ok) return
    const { trashed, kept } = done.value
    const count = trashed.length
    notices.tell(
      kept.length === 0
        ? t('posts.entering.undone', { count })
        : t('posts.entering.undonePartly', { count, kept: kept.length }),
    )
  }

  return { undo, running: undoing.running }
}
