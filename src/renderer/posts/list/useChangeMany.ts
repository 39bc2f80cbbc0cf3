import type { BulkSkip, PostChanges } from '#contract/postBulk'
import type { PostTile } from '#contract/posts'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { useAskFirst } from '../useAskFirst'

/** Many posts changed at once, with what was skipped and the way back. */
export function useChangeMany() {
  const { t } = useWords()
  const notices = useNotices()
  const ask = useAskFirst()
  const changing = useCommand('posts', 'changeMany', { failures: 'here' })
  const undoing = useCommand('posts', 'restoreMany')

  /** False where it was thought better of, or failed. */
  async function change(tiles: readonly PostTile[], changes: PostChanges): Promise<boolean> {
    if (!(await ask.confirmed(tiles, 'fields'))) return false
    const ids = [...new Set(tiles.map(({ id }) => id))]
    const done = await changing.run({ ids, changes })
    if (!done.ok) return false
    const { changed, skipped } = done.value
    const undo = changed.length === 0 ? null : () => void undoing.run({ posts: changed })
    notices.tell(said(changed.length, skipped), undo)
    return true
  }

  function said(changed: number, skipped: readonly { readonly why: BulkSkip }[]): string {
    const reasons = (['same', 'locked', 'recorded'] as const).flatMap((why) => {
      const count = skipped.filter((each) => each.why === why).length
      return count === 0 ? [] : [t(`posts.many.skipped.${why}`, { count })]
    })
    return [t('posts.many.changed', { count: changed }), ...reasons].join('; ')
  }

  return { change, changing }
}
