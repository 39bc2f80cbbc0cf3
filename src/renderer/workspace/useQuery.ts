import { useQuery as useColadaQuery, type UseQueryReturn } from '@pinia/colada'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import type { SliceName } from '#contract/index'
import { useClient, type InputOf, type OutputOf, type ReadName } from './calls'

export interface QueryOptions {
  /** Shows the last answer while one for another input is on its way (filters, not details). */
  readonly keepPrevious?: boolean
}

/**
 * Reads from the workspace and reads again whenever the slice's rows change, by whomever. Input
 * `null` means: nothing to ask yet. Hand the result to `QueryStates`.
 */
export function useQuery<S extends SliceName, C extends ReadName<S>>(
  slice: S,
  name: C,
  input: MaybeRefOrGetter<InputOf<S, C> | null>,
  options: QueryOptions = {},
): UseQueryReturn<OutputOf<S, C>> {
  const { call } = useClient()
  const asked = computed(() => toValue(input))
  // Those who ask nothing share no answer: one would be given what another asks meanwhile.
  const nothing = String((lastNothing += 1))
  return useColadaQuery<OutputOf<S, C>>({
    key: () => {
      const key = queryKey(slice, name, asked.value)
      return asked.value === null ? [...key, nothing] : key
    },
    // The contract pairs this name with this type; the workspace parses what it sends.
    query: () => call(`${slice}.${name}`, asked.value) as Promise<OutputOf<S, C>>,
    enabled: () => asked.value !== null,
    ...(options.keepPrevious
      ? { placeholderData: (previous: OutputOf<S, C> | undefined) => previous }
      : {}),
  })
}

let lastNothing = 0

/** Slice, call and input, so that a change of the slice reaches all of its queries. */
export function queryKey(slice: string, name: string, input: unknown): string[] {
  return [slice, name, JSON.stringify(input)]
}
