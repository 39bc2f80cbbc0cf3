import { computed } from 'vue'
import type { ComplaintRow } from '#contract/complaints'
import type { ComplaintKind } from '#contract/reference'
import { useReferenceWords } from '../reference/useReferenceWords'
import { useWords } from '../words/useWords'
import { useKnownAccounts, useKnownLists, useKnownPeople } from '../workspace/useKnown'
import { roadPlace } from './placeView'

type Placed = Pick<
  ComplaintRow,
  'road' | 'fromMetres' | 'toMetres' | 'place' | 'district' | 'state'
>

/** Names of what stands in a complaint, and what its fields offer. */
export function useComplaintWords() {
  const { t, language } = useWords()
  const { nameOf, stateName } = useReferenceWords()
  const lists = useKnownLists()
  const people = useKnownPeople()
  const accountList = useKnownAccounts()

  const listing = computed(() => new Intl.ListFormat(language.value))
  const channels = computed(() => lists.data.value?.['complaint-channels'] ?? [])
  const kinds = computed(() => lists.data.value?.['complaint-kinds'] ?? [])
  const subKinds = computed(() => lists.data.value?.['complaint-sub-kinds'] ?? [])
  const urgentKinds = computed(() => lists.data.value?.['urgent-kinds'] ?? [])
  const accounts = computed(() => accountList.data.value ?? [])

  function nameIn(
    entries: readonly { item: { key: string; ms: string; en: string } }[],
    key: string,
  ): string {
    const found = entries.find(({ item }) => item.key === key)
    return found === undefined ? key : nameOf(found.item)
  }

  /** Who answers first (KKS H), as a person reads it. */
  function responders({ responders: named }: Pick<ComplaintKind, 'responders'>): string {
    return named.length === 0 ? t('complaints.whoeverReceived') : listing.value.format(named)
  }

  /** `FT04 km 12.3 · Simpang Gombak · Raub · Pahang`; empty where nothing is known. */
  function placeLine(placed: Placed): string {
    const parts = [roadPlace(placed), placed.place, placed.district, stateName(placed.state)]
    return parts.filter((part) => part !== '').join(' · ')
  }

  /** What a command is about: one complaint is named, many are counted. */
  function named(rows: readonly { readonly number: string }[]): string {
    const [first] = rows
    return rows.length === 1 && first ? first.number : t('complaints.many', { count: rows.length })
  }

  return {
    named,
    ...{ channels, kinds, subKinds, urgentKinds, accounts, nameOf, stateName },
    isReady: computed(() => lists.data.value !== undefined),
    channelOf: (key: string) => channels.value.find(({ item }) => item.key === key)?.item ?? null,
    kindOf: (key: string) => kinds.value.find(({ item }) => item.key === key)?.item ?? null,
    urgentOf: (key: string) => urgentKinds.value.find(({ item }) => item.key === key)?.item ?? null,
    channelName: (key: string) => nameIn(channels.value, key),
    kindName: (key: string) => nameIn(kinds.value, key),
    subKindName: (key: string) => nameIn(subKinds.value, key),
    urgentName: (key: string) => nameIn(urgentKinds.value, key),
    accountName: (id: string) => accounts.value.find((each) => each.id === id)?.name ?? id,
    personName: (id: string) => people.data.value?.find((each) => each.id === id)?.name ?? '',
    /** Who may be given complaints; `had` stays in the list. */
    officers: (had: readonly string[]) =>
      (people.data.value ?? []).filter(
        ({ id, active, roles }) =>
          had.includes(id) ||
          (active &&
            roles.some((role) => role === 'complaints-officer' || role === 'administrator')),
      ),
    ...{ responders, placeLine },
  }
}
