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

/** Puts results back as they stood before an import, and says what was changed since. */
export function useUndoResultImport() {
  const { t } = useWords()
  const notices = useNotices()
  const undoing = useCommand('posts', 'undoResultImport')

  async function undo(id: ImportId): Promise<void> {
    const done = await undoing.run({ id })
    if (!done.ok) return
    const { undone: count, kept } = done.value
    notices.tell(
      kept === 0
        ? t('posts.bring.undone', { count })
        : t('posts.bring.undonePartly', { count, kept }),
    )
  }

  return { undo, running: undoing.running }
}
