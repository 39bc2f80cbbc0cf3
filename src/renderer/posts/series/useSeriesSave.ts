import { computed, ref, shallowRef } from 'vue'
import type { PostContent } from '#contract/postContent'
import type { Post } from '#contract/posts'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace, type OutputOf } from '../../workspace/calls'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import type { SendPost } from '../form/usePostForm'
import { useSeriesCommands } from './useSeriesCommands'

/** How far an edit of one post of a series reaches. */
export type SaveScope = 'this' | 'after' | 'all'

/** The question before a post of a series is saved: for which of its posts. */
export function useSeriesSave() {
  const workspace = useWorkspace()
  const { t } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const commands = useSeriesCommands()
  const saving = useCommand('posts', 'saveInSeries')
  /** What saving would do; null while nothing is asked. */
  const edit = shallowRef<OutputOf<'posts', 'seriesEdit'> | null>(null)
  const scope = ref<SaveScope>('this')
  let saved: OutputOf<'posts', 'saveInSeries'> | null = null
  let answer: (scope: SaveScope | null) => void = () => undefined

  /**
   * For which posts to save; `this` without a question where no other post would change.
   * @returns null where the person thought better of it, or the workspace could not be asked
   */
  async function asked(post: Post | null, content: PostContent | null): Promise<SaveScope | null> {
    if (post === null || post.series === null || content === null) return 'this'
    if (!may('posts.saveInSeries')) return 'this'
    const found = await workspace.posts
      .seriesEdit({ id: post.id, content })
      .catch((error: unknown) => {
        notices.fail(asError(error))
        return null
      })
    if (found === null) return null
    if (found.fields.length === 0 || found.all.changed === 0) return 'this'
    scope.value = 'this'
    edit.value = found
    return new Promise((resolve) => {
      answer = resolve
    })
  }

  /** How a post is saved; undefined: by itself. */
  function senderFor(chosen: SaveScope): SendPost | undefined {
    if (chosen === 'this') return undefined
    return async (input) => {
      const done = await saving.run({ ...input, scope: chosen })
      if (!done.ok) return done
      saved = done.value
      return { ok: true, value: done.value.post }
    }
  }

  /** Says what was saved together, with the way back. */
  function tell(): void {
    if (saved === null) return
    const count = saved.effect.changed + 1
    commands.tell(t('posts.series.scope.saved', { count }), saved.changeId)
  }

  function close(chosen: SaveScope | null): void {
    edit.value = null
    answer(chosen)
  }

  const open = computed({
    get: () => edit.value !== null,
    set: (isOpen) => {
      if (!isOpen && edit.value !== null) close(null)
    },
  })
  return { edit, scope, open, asked, close, senderFor, tell }
}

export type SeriesSave = ReturnType<typeof useSeriesSave>
