import { computed, type ComputedRef } from 'vue'
import { useQuery } from '../../workspace/useQuery'

/** Who may be responsible for a campaign: people in use, and whoever is. */
export function useResponsible(
  present: () => string,
): ComputedRef<{ key: string; label: string }[]> {
  const people = useQuery('people', 'list', {})
  return computed(() =>
    (people.data.value ?? [])
      .filter(({ active, id }) => active || id === present())
      .map(({ id, name }) => ({ key: String(id), label: name })),
  )
}
