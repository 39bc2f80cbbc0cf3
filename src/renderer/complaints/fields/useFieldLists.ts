import { computed, type ComputedRef } from 'vue'
import { useComplaintWords } from '../useComplaintWords'
import type { FieldLists } from './complaintForm'

interface Entry<T> {
  readonly item: T
  readonly removed: boolean
}

/** The lists behind the fields. What is no longer offered stays where it is chosen already. */
export function useFieldLists(
  had: () => { readonly channel: string; readonly subKind: string },
): ComputedRef<FieldLists> {
  const { channels, kinds, subKinds } = useComplaintWords()
  const offered = <T extends { readonly key: string }>(
    entries: readonly Entry<T>[],
    kept: string,
  ): T[] => entries.flatMap(({ item, removed }) => (!removed || item.key === kept ? [item] : []))
  return computed(() => ({
    channels: offered(channels.value, had().channel),
    kinds: kinds.value.map(({ item }) => item),
    subKinds: offered(subKinds.value, had().subKind),
  }))
}
