import type { PostId, ResultId } from '#contract/postIds'
import type { Result } from '#contract/postPublication'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import type { ResultWrite } from './resultDraft'

/** Numbers are written row by row; one way back takes all of a save. */
export function useResultCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const adding = useCommand('posts', 'addResult')
  const changing = useCommand('posts', 'changeResult')
  const removing = useCommand('posts', 'removeResult')
  const bringing = useCommand('posts', 'bringBackResult')

  async function write(postId: PostId, writes: readonly ResultWrite[]): Promise<boolean> {
    const backs: (() => Promise<unknown>)[] = []
    let isWhole = true
    for (const each of writes) {
      const back = await one(postId, each)
      if (back === null) isWhole = false
      else backs.push(back)
    }
    if (backs.length > 0) {
      const text = t('posts.out.results.saved', { count: backs.length })
      notices.tell(text, () => void undo(backs))
    }
    return isWhole
  }

  async function one(postId: PostId, write: ResultWrite): Promise<(() => Promise<unknown>) | null> {
    const { result } = write
    if (write.kind === 'add') {
      const done = await adding.run({ postId, result })
      return done.ok ? () => removing.run({ id: done.value.id }) : null
    }
    const { id, accountId, day, reach, likes, shares, comments } = write.before
    const former = { accountId, day, reach, likes, shares, comments }
    const done = await changing.run({ id, result })
    return done.ok ? () => changing.run({ id, result: former }) : null
  }

  async function undo(backs: readonly (() => Promise<unknown>)[]): Promise<void> {
    for (const back of backs) await back()
  }

  async function remove({ id }: Pick<Result, 'id'>): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('posts.out.results.removed'), () => void bringBack(id))
  }

  async function bringBack(id: ResultId): Promise<void> {
    await bringing.run({ id })
  }

  return { write, remove, adding }
}
