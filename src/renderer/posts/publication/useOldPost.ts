import { computed } from 'vue'
import type { Post } from '#contract/posts'
import { todayInMalaysia } from '../../accounts/today'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useWorkspace } from '../../workspace/calls'
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

  /** Recorded on all of its accounts; each can be put right in the part Prestasi. */
  async function record(): Promise<void> {
    const content = form.content.value
    if (content === null) return
    const { day, time, title } = content
    if (day === null) return
    await form.keeping.settle()
    const publication = { day, time, url: '', byId: null }
    const done = await adding.run({ content, publication })
    if (!done.ok) return
    await form.keeping.stop()
    const { id } = done.value
    notices.tell(t('posts.out.old.saved', { title }), () => void trashing.run({ ids: [id] }))
    saved(await workspace.posts.get({ id }))
  }

  return { isPossible, record, isBusy: adding.running }
}
