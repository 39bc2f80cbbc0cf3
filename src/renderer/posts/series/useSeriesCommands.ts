import { computed } from 'vue'
import type { PostId, SeriesChangeId, SeriesId } from '#contract/postIds'
import type { SeriesRule } from '#contract/postSeries'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done to series, each with its way back. */
export function useSeriesCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const making = useCommand('posts', 'makeSeries', { failures: 'here' })
  const changing = useCommand('posts', 'changeSeries', { failures: 'here' })
  const ending = useCommand('posts', 'endSeries')
  const leaving = useCommand('posts', 'leaveSeries')
  const extending = useCommand('posts', 'extendSeries')
  const undoing = useCommand('posts', 'undoSeries')

  /** Takes changes back; what somebody worked on since stays, and is said. */
  async function undo(changeIds: readonly SeriesChangeId[]): Promise<void> {
    let kept = 0
    for (const id of changeIds) {
      const undone = await undoing.run({ id })
      if (!undone.ok) return
      kept += undone.value.kept
    }
    if (kept > 0) notices.tell(t('posts.series.undoneKept', { count: kept }))
  }

  function tell(text: string, ...changeIds: SeriesChangeId[]): void {
    notices.tell(text, () => void undo(changeIds))
  }

  async function make(id: PostId, rule: SeriesRule): Promise<boolean> {
    const done = await making.run({ id, rule })
    if (!done.ok) return false
    tell(t('posts.series.made', { count: done.value.effect.made + 1 }), done.value.changeId)
    return true
  }

  async function change(id: PostId, rule: SeriesRule): Promise<boolean> {
    const done = await changing.run({ id, rule })
    if (done.ok) tell(t('posts.series.changed'), done.value.changeId)
    return done.ok
  }

  async function end(id: PostId): Promise<void> {
    const done = await ending.run({ id })
    if (done.ok) tell(t('posts.series.ended'), done.value.changeId)
  }

  async function leave(id: PostId): Promise<void> {
    const done = await leaving.run({ id })
    if (done.ok) tell(t('posts.series.left'), done.value.changeId)
  }

  /** @param further a year more, where a person asks for it; else what is due */
  async function extend(ids: readonly SeriesId[], further: boolean): Promise<void> {
    const done = await extending.run({ ids: [...ids], further })
    if (!done.ok || done.value.made === 0) return
    tell(t('posts.series.extended', { count: done.value.made }), ...done.value.changeIds)
  }

  const failure = computed(() => making.failure.value ?? changing.failure.value)
  const running = computed(() => making.running.value || changing.running.value)
  return { make, change, end, leave, extend, undo, tell, failure, running }
}
