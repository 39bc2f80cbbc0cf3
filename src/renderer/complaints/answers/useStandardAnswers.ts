import { computed } from 'vue'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'

/** The standard answers that are offered, and what each is called (KKS G). */
export function useStandardAnswers() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const lists = useQuery('reference', 'lists', {})
  const all = computed(() => lists.data.value?.['standard-answers'] ?? [])
  return {
    offered: computed(() => all.value.filter(({ removed }) => !removed).map(({ item }) => item)),
    nameOf,
    /** Of an answer; null: in free words. */
    nameOfKind(kind: string | null): string {
      const found = all.value.find(({ item }) => item.key === kind)
      return found === undefined ? t('complaints.answers.free') : nameOf(found.item)
    },
  }
}
