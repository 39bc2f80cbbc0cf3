import { computed } from 'vue'
import { longestPlace } from '#contract/complaintPlaces'
import type { Post } from '#contract/posts'
import { stillToCome } from '#contract/postStatus'
import { useRested } from '../../ui/useRested'
import { useQuery } from '../../workspace/useQuery'
import type { PostFormState } from '../form/usePostForm'
import { checkedPart, countsOf, groupsOf } from './findingsView'

/** What the rules say of an open form: one for all parts of the pane. */
export type PostChecks = ReturnType<typeof usePostChecks>

/**
 * Asks, once the typing rests, what the rules say of the post as it stands in the form: one question
 * at a time, as an answer to older words is dropped with its question. Until the newer one is there
 * the last answer stays.
 */
export function usePostChecks(post: () => Post | null, form: Pick<PostFormState, 'form'>) {
  const content = useRested(computed(() => checkedPart(form.form.value)))
  const answer = useQuery(
    'posts',
    'check',
    () => ({ id: post()?.id ?? null, content: content.value }),
    { keepPrevious: true },
  )
  /** Before a launch: what waits for an answer at its place. What is out already is not held back. */
  const place = computed(() => {
    const { programme } = content.value
    const now = post()
    const isToCome = now === null || stillToCome.includes(now.status)
    if (!isToCome || programme === null || programme.state === null) return null
    return {
      state: programme.state,
      place: `${programme.place} ${programme.name}`.slice(0, longestPlace),
    }
  })
  const urgentAnswer = useQuery('complaints', 'urgentAt', place)
  const urgent = computed(() => (place.value === null ? null : (urgentAnswer.data.value ?? null)))
  const groups = computed(() => groupsOf(answer.data.value?.findings ?? []))
  const counts = computed(() => countsOf(groups.value, (urgent.value?.inState ?? 0) > 0 ? 1 : 0))

  return { content, answer, urgent, groups, counts }
}
