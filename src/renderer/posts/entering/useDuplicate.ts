import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Duplication } from '#contract/postEntering'
import type { PostTile } from '#contract/posts'
import { useHandover } from '../../shell/handover'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import { useCalendarScreen } from '../calendarScreen'

/** Copies of posts: which are being asked about, and the making of them with its way back. */
export const useDuplicate = defineStore('post-duplicates', () => {
  const { t } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const screen = useCalendarScreen()
  const duplicating = useCommand('posts', 'duplicate', { failures: 'here' })
  const trashing = useCommand('posts', 'trash')
  /** Posts for which the dialog is open. */
  const asked = shallowRef<readonly PostTile[] | null>(null)

  useHandover().onHandover(() => {
    asked.value = null
  })

  function ask(tiles: readonly PostTile[]): void {
    duplicating.clearFailure()
    if (tiles.length > 0 && may('posts.duplicate')) asked.value = tiles
  }

  async function make(wanted: Duplication): Promise<boolean> {
    const done = await duplicating.run(wanted)
    if (!done.ok) return false
    const { ids, lessened } = done.value
    const [first] = ids
    if (ids.length === 1 && first !== undefined) screen.open(first)
    const text =
      lessened.length === 0
        ? t('posts.duplicate.made', { count: ids.length })
        : t('posts.duplicate.madeLess', { count: ids.length, less: lessened.length })
    notices.tell(text, () => {
      if (screen.openId !== null && ids.includes(screen.openId)) screen.close()
      void trashing.run({ ids })
    })
    return true
  }

  return { asked, ask, make, failure: duplicating.failure, running: duplicating.running }
})
