import { computed } from 'vue'
import type { Audience } from '#contract/reference'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useKnownLists } from '../../workspace/useKnown'

/** The standard answers that are offered, and what each is called (KKS G). */
export function useStandardAnswers() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const lists = useKnownLists()
  const all = computed(() => lists.data.value?.['standard-answers'] ?? [])
  const offeredTo = (to: Audience) =>
    all.value.filter(({ item, removed }) => !removed && item.to === to).map(({ item }) => item)
  return {
    offered: computed(() => offeredTo('complainant')),
    /** Words in which a complaint is forwarded. */
    letters: computed(() => offeredTo('agency')),
    /** Words in which an agency is asked again. */
    reminders: computed(() => offeredTo('agency-reminder')),
    nameOf,
    /** Of an answer; null: in free words. */
    nameOfKind: (kind: string | null): string => {
      const found = all.value.find(({ item }) => item.key === kind)
      return found === undefined ? t('complaints.answers.free') : nameOf(found.item)
    },
  }
}
