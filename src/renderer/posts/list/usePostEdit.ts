import { AccountId } from '#contract/accounts'
import { PostKind, type PostContent } from '#contract/postContent'
import type { Post, PostTile } from '#contract/posts'
import { ClockTime, PersonId, PlainDate } from '#contract/values'
import { PhaseId } from '#contract/cycles'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useCommand } from '../../workspace/useCommand'
import { checkedPart } from '../findings/findingsView'
import { useAfterword } from '../findings/useAfterword'
import { usePostCommands } from '../usePostCommands'
import { usePostMoves } from '../usePostMoves'
import type { ColumnKey } from './listView'

/** One cell of the list changed in its place; whatever is kept can be undone. */
export function usePostEdit() {
  const { t } = useWords()
  const notices = useNotices()
  const workspace = useWorkspace()
  const moves = usePostMoves()
  const afterword = useAfterword()
  const { setPhase } = usePostCommands()
  const saving = useCommand('posts', 'save')
  const undoing = useCommand('posts', 'save')
  const readying = useCommand('posts', 'setStatus')

  /** @param text what the cell's field holds; empty where nothing is chosen */
  async function keep(tile: PostTile, column: ColumnKey, text: string): Promise<void> {
    const { id, day, time } = tile
    if (column === 'day') {
      const to = PlainDate.nullable().safeParse(text === '' ? null : text).data
      if (to !== undefined && to !== day) await moves.move([tile], [{ id, day: to, time }])
    } else if (column === 'time') {
      const to = ClockTime.nullable().safeParse(text === '' ? null : text).data
      if (to !== undefined && to !== time) await moves.move([tile], [{ id, day, time: to }])
    } else if (column === 'phase') {
      await setPhase([tile], text === '' ? null : PhaseId.parse(text))
    } else {
      await save(tile, (content) => changeOf(content, column, text))
    }
  }

  /** A newer version than the row shows is not written over. */
  async function save(
    tile: PostTile,
    changing: (content: PostContent) => Partial<PostContent> | null,
  ): Promise<void> {
    try {
      const { content } = await workspace.posts.get({ id: tile.id })
      const change = changing(content)
      if (change === null) return
      const saved = await saving.run({
        ...{ id: tile.id, base: tile.version },
        content: { ...content, ...change },
      })
      if (!saved.ok) return
      const back = { id: tile.id, base: saved.value.version, content }
      const fell = saved.value.status === tile.status ? [] : [t('posts.fellBack', { count: 1 })]
      const text = [t('posts.changed', { title: tile.title }), ...fell].join('. ')
      notices.tell(text, () => void undo(back, tile, saved.value))
      void afterword.brought({ changed: [{ id: tile.id, before: checkedPart(content) }] })
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  /** What was ready before is so again; where it cannot be, that is said. */
  async function undo(
    back: { id: Post['id']; base: number; content: PostContent },
    before: PostTile,
    { status }: Post,
  ): Promise<void> {
    const undone = await undoing.run(back)
    if (!undone.ok || before.status !== 'ready' || status === 'ready') return
    if (undone.value.status === 'approved') {
      await readying.run({ ids: [before.id], to: 'ready', reason: '' })
    } else notices.tell(t('posts.fellBack', { count: 1 }))
  }

  return { keep }
}

/** Null where what was typed is nothing to keep. */
export function changeOf(
  { accounts }: Pick<PostContent, 'accounts'>,
  column: ColumnKey,
  text: string,
): Partial<PostContent> | null {
  if (column === 'title') return text.trim() === '' ? null : { title: text.trim() }
  if (column === 'owner') return { ownerId: text === '' ? null : PersonId.parse(text) }
  if (column === 'kind') {
    const kind = PostKind.safeParse(text).data
    return kind === undefined ? null : { kind }
  }
  if (column === 'accounts') {
    const ids = text.split(',').flatMap((id) => AccountId.safeParse(id).data ?? [])
    // Those that stay keep their own words and slots.
    const kept = accounts.filter(({ accountId }) => ids.includes(accountId))
    const had = new Set(kept.map(({ accountId }) => accountId))
    const more = ids.filter((id) => !had.has(id))
    const as = { text: null, day: null, time: null }
    return { accounts: [...kept, ...more.map((accountId) => ({ accountId, ...as }))] }
  }
  if (column === 'category') return { category: text === '' ? null : text }
  return null
}
