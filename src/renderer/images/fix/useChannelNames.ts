import { computed } from 'vue'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'

/** The channels on offer, by their names in the present language. */
export function useChannelNames() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const lists = useQuery('reference', 'lists', {})
  const all = computed(() => lists.data.value?.channels ?? [])
  const keys = computed(() =>
    all.value.filter(({ removed }) => !removed).map(({ item }) => item.key),
  )

  /** Its key where the reference data no longer know it. */
  function nameOfChannel(key: string): string {
    const known = all.value.find(({ item }) => item.key === key)
    return known ? nameOf(known.item) : key
  }

  /** To choose among them, or none; a chosen one is there even when it is no longer offered. */
  function optionsWith(chosen: string | null) {
    const offered =
      chosen === null || keys.value.includes(chosen) ? keys.value : [...keys.value, chosen]
    return [
      { key: noChannel, label: t('images.fix.anyChannel') },
      ...offered.map((key) => ({ key, label: nameOfChannel(key) })),
    ]
  }

  return { lists, keys, nameOfChannel, optionsWith }
}

/** Stands for none in a list of choices; no key of the reference data is empty. */
export const noChannel = ''
