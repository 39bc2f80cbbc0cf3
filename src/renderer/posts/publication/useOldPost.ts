import { computed, ref } from 'vue'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { todayInMalaysia } from '../../accounts/today'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useMay } from '../../workspace/may'
import { useCommand } from '../../workspace/useCommand'
import type { PostFormState } from '../form/usePostForm'

/** A new post that came out before it was planned here: its day and its accounts say so. */
export function useOldPost(form: PostFormState, saved: (post: Post) => void) {
  const { t } = useWords()
  const { may } = useMay()
  const notices = useNotices()
  const workspace = useWorkspace()
  const adding = useCommand('posts', 'addPublished')
  const trashing = useCommand('posts', 'trash')

  const isPossible = computed(() => {
    const { day, accounts } = form.form.value
    const isPast = day !== null && day !== '' && day <= todayInMalaysia()
    return form.isNew.value && isPast && accounts.length > 0 && may('posts.addPublished')
  })

  const isBusy = ref(false)
  /** Recorded already, though it could not be read again yet: never recorded twice. */
  let recorded: PostId | null = null

  /**
   * Recorded on all of its accounts; each can be put right in the part Prestasi.
   * @returns false where something in the form stands in its way
   */
  async function record(): Promise<boolean> {
    form.tryOut()
    const content = form.content.value
    if (content === null || content.day === null) return false
    if (isBusy.value) return true
    isBusy.value = true
    try {
      await form.keeping.settle()
      recorded ??= await add(content, content.day)
      if (recorded === null) return true
      await form.keeping.stop()
      saved(await workspace.posts.get({ id: recorded }))
    } catch (thrown) {
      notices.fail(asError(thrown))
    } finally {
      isBusy.value = false
    }
    return true
  }

  async function add(content: PostContent, day: PlainDate): Promise<PostId | null> {
    const { time, title } = content
    const publication = { day, time, url: '', byId: null }
    const done = await adding.run({ content, publication })
    if (!done.ok) return null
    const { id } = done.value
    notices.tell(t('posts.out.old.saved', { title }), () => void trashing.run({ ids: [id] }))
    return id
  }

  return { isPossible, record, isBusy }
}
