import { computed, type ComputedRef } from 'vue'
import { useChannelNames } from '../../images/fix/useChannelNames'
import { useQuery } from '../../workspace/useQuery'

interface Choice {
  readonly key: string
  readonly label: string
}

/** Whom or what an assessment may be of, by kind: accounts and people in use, and units with accounts. */
export function useSubjectChoices(): ComputedRef<
  Readonly<Record<'account' | 'unit' | 'operator', Choice[]>>
> {
  const { nameOfChannel } = useChannelNames()
  const accounts = useQuery('accounts', 'list', {})
  const people = useQuery('people', 'list', {})
  const byName = (one: Choice, other: Choice) => one.label.localeCompare(other.label)

  return computed(() => {
    const used = (accounts.data.value ?? []).filter(({ active }) => active)
    const units = [...new Set(used.map(({ unit }) => unit))]
    return {
      account: used
        .map(({ id, handle, channel }) => ({
          ...{ key: String(id), label: `@${handle} · ${nameOfChannel(channel)}` },
        }))
        .toSorted(byName),
      unit: units.map((unit) => ({ key: unit, label: unit })).toSorted(byName),
      operator: (people.data.value ?? [])
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ key: String(id), label: name })),
    }
  })
}
