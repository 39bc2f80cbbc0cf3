import { computed } from 'vue'
import type { Account } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import { PostKind } from '#contract/postContent'
import type { ReferenceLists } from '#contract/reference'
import type { Role } from '#contract/roles'
import { StateCode } from '#contract/states'
import type { PersonId } from '#contract/values'
import { useCycleWords } from '../../cycles/useCycleWords'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { peopleFor } from './peopleChoice'
import { phaseOn } from '../phaseChoice'
import { usePhaseOptions } from '../phases'

type NamedList = 'wave-categories' | 'approaches' | 'thrusts' | 'segments'

export type PostChoices = ReturnType<typeof usePostChoices>

/** What the fields of a post offer, and the names of what stands in them. */
export function usePostChoices() {
  const { t } = useWords()
  const { nameOf } = useReferenceWords()
  const accountList = useQuery('accounts', 'list', {})
  const lists = useQuery('reference', 'lists', {})
  const peopleList = useQuery('people', 'list', {})
  const cycleList = useQuery('cycles', 'list', {})
  const { nameOf: nameOfPhase } = useCycleWords()
  const phaseOptions = usePhaseOptions()

  const accounts = computed<readonly Account[]>(() => accountList.data.value ?? [])
  const accountById = computed(() => new Map(accounts.value.map((each) => [each.id, each])))
  const channels = computed(
    () => new Map((lists.data.value?.channels ?? []).map(({ item }) => [item.key, item])),
  )
  const people = computed(() => peopleList.data.value ?? [])

  /** Offered items, and those that stand in the field though they are no longer offered. */
  function options(list: NamedList, had: readonly (string | null)[]) {
    const entries: readonly ReferenceLists[NamedList][number][] = lists.data.value?.[list] ?? []
    return entries
      .filter(({ item, removed }) => !removed || had.includes(item.key))
      .map(({ item }) => ({ key: item.key, label: nameOf(item) }))
  }

  function nameIn(list: NamedList, key: string): string {
    const entries: readonly ReferenceLists[NamedList][number][] = lists.data.value?.[list] ?? []
    const found = entries.find(({ item }) => item.key === key)
    return found === undefined ? key : nameOf(found.item)
  }

  return {
    ...{ accounts, accountById, channels, options, nameIn },
    /** Those of a role first. */
    people: (roles: readonly Role[], had: PersonId | null) =>
      peopleFor(people.value, roles, had).map(({ id, name, post }) => ({
        key: id,
        label: `${name} · ${post}`,
      })),
    phases: (had: PhaseId | null) =>
      phaseOptions([had]).map(({ id, label }) => ({ key: id, label })),
    /** The phase in which a day lies. */
    phaseOn: (day: string | null) => phaseOn(cycleList.data.value ?? [], day),
    phaseName(id: string): string {
      const all = (cycleList.data.value ?? []).flatMap(({ phases }) => phases)
      const phase = all.find((each) => each.id === id)
      if (phase === undefined) return id
      return t('posts.pane.phaseChoice', { number: phase.number, name: nameOfPhase(phase) })
    },
    personName: (id: string) => people.value.find((person) => person.id === id)?.name ?? '',
    channelName(key: string): string {
      const channel = channels.value.get(key)
      return channel === undefined ? key : nameOf(channel)
    },
    kinds: computed(() => PostKind.options.map((key) => ({ key, label: t(`posts.kind.${key}`) }))),
    states: computed(() => StateCode.options.map((key) => ({ key, label: t(`states.${key}`) }))),
  }
}
