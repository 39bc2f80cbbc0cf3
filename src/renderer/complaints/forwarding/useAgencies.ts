import { computed } from 'vue'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useKnownLists } from '../../workspace/useKnown'

/** To whom complaints are forwarded, and what each is called. */
export function useAgencies() {
  const { nameOf } = useReferenceWords()
  const lists = useKnownLists()
  const all = computed(() => lists.data.value?.agencies ?? [])
  return {
    options: computed(() =>
      all.value
        .filter(({ removed }) => !removed)
        .map(({ item }) => ({ key: item.key, label: nameOf(item) })),
    ),
    /** Keys of those that KKS H names for a kind, by their short names. */
    named: (shorts: readonly string[]) =>
      all.value.filter(({ item }) => shorts.includes(item.short)).map(({ item }) => item.key),
    agencyName: (key: string): string => {
      const found = all.value.find(({ item }) => item.key === key)
      return found === undefined ? key : nameOf(found.item)
    },
  }
}
