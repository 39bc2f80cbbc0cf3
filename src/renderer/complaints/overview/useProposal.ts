import { computed, ref } from 'vue'
import type { Recurrence } from '#contract/complaintOverview'
import { blankContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type { PlainDate } from '#contract/values'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError, useWorkspace } from '../../workspace/calls'
import { useReload } from '../../workspace/reload'
import { useCommand } from '../../workspace/useCommand'

/** So many numbers stand in the notes of a post; the link from it opens all. */
const mostNumbers = 50

/** Makes the post that would explain what recurs, as the calendar makes any other. */
export function useProposal() {
  const { t, format } = useWords()
  const { stateName } = useReferenceWords()
  const notices = useNotices()
  const workspace = useWorkspace()
  const reload = useReload()
  const adding = useCommand('posts', 'add')
  const trashing = useCommand('posts', 'trash')
  const keeping = useCommand('complaints', 'keepExplanation')
  const busy = ref(false)

  /** Title, brief and the cases it answers; text, day and accounts are for who plans. */
  async function contentOf(
    { recent, before, state, filter }: Recurrence,
    name: string,
    from: PlainDate,
    to: PlainDate,
  ) {
    const page = { descending: false, offset: 0, limit: mostNumbers }
    const { rows, total } = await workspace.complaints.list({ ...page, filter, order: 'number' })
    const numbers = rows.map(({ number }) => number).join(', ')
    const others = total - rows.length
    return {
      ...blankContent(
        t('complaints.overview.proposal.title', { name }).slice(0, 200),
        'infographic' as const,
      ),
      // What people complain of again and again (JKR: damage control).
      approach: 'damage-control',
      brief: t('complaints.overview.proposal.brief', {
        ...{ name, recent, before, state: stateName(state) || '–' },
        ...{ from: format.value.day(from), to: format.value.day(to) },
      }),
      notes:
        t('complaints.overview.proposal.numbers', { numbers }) +
        (others > 0 ? ` ${t('complaints.overview.proposal.others', { count: others })}` : ''),
    }
  }

  async function propose(
    recurrence: Recurrence,
    name: string,
    from: PlainDate,
    to: PlainDate,
  ): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const content = await contentOf(recurrence, name, from, to)
      const added = await adding.run({ content, status: 'draft' })
      if (!added.ok) return
      const { id } = added.value
      const { subject, filter, recent: count } = recurrence
      await keeping.run({ postId: id, subject, filter, count })
      notices.tell(t('posts.added', { title: content.title }), () => void takeBack(id))
    } catch (thrown) {
      notices.fail(asError(thrown))
    } finally {
      busy.value = false
    }
  }

  /** Of the post in the trash nothing is told any more. */
  async function takeBack(id: PostId): Promise<void> {
    await trashing.run({ ids: [id] })
    reload(['complaints'])
  }

  return { propose, running: computed(() => busy.value) }
}
