import { computed } from 'vue'
import type { Account, AccountId } from '#contract/accounts'
import type { PostTile } from '#contract/posts'
import type { PersonId, PlainDate } from '#contract/values'
import { useReferenceWords } from '../reference/useReferenceWords'
import { useWords } from '../words/useWords'
import { useQuery } from '../workspace/useQuery'
import { usePhases } from './phases'

/** Names of what posts refer to, in the language of the window. */
export function usePostWords() {
  const { t, format } = useWords()
  const { nameOf } = useReferenceWords()
  const accounts = useQuery('accounts', 'list', {})
  const people = useQuery('people', 'list', {})
  const lists = useQuery('reference', 'lists', {})
  const phases = usePhases()

  const accountsById = computed<ReadonlyMap<AccountId, Account>>(
    () => new Map((accounts.data.value ?? []).map((account) => [account.id, account])),
  )
  const peopleById = computed(
    () => new Map((people.data.value ?? []).map((person) => [person.id, person])),
  )
  const categories = computed(() =>
    (lists.data.value?.['wave-categories'] ?? []).map(({ item, removed }) => ({
      ...{ value: item.key, label: nameOf(item), removed },
    })),
  )

  const personName = (id: PersonId | null): string =>
    id === null ? '' : (peopleById.value.get(id)?.name ?? '')
  const categoryName = (key: string | null): string =>
    categories.value.find(({ value }) => value === key)?.label ?? key ?? ''

  function whenOf(day: PlainDate | null, time: string | null): string {
    if (day === null) return t('posts.noDay')
    return time === null ? format.value.weekDay(day) : `${format.value.weekDay(day)}, ${time}`
  }

  const missingOf = ({ missing }: Pick<PostTile, 'missing'>): string =>
    missing.map((part) => t(`posts.missing.${part}`)).join(', ')

  /** All there is to say of a tile, a line each: what is drawn of it is only signs. */
  function tileLines(tile: PostTile): string[] {
    const phase = tile.phaseId === null ? undefined : phases.value.get(tile.phaseId)
    const names = tile.accountIds.flatMap((id) => accountsById.value.get(id)?.name ?? [])
    return [
      tile.title,
      whenOf(tile.day, tile.time),
      `${t(`posts.status.${tile.status}`)} · ${t(`posts.kind.${tile.kind}`)}`,
      ...(phase ? [t('posts.phaseNamed', { number: phase.number, name: phase.name })] : []),
      ...(names.length > 0 ? [names.join(', ')] : []),
      ...(tile.missing.length > 0 ? [t('posts.lacks', { parts: missingOf(tile) })] : []),
      ...(tile.seriesId === null ? [] : [t('posts.series.inSeries')]),
      ...(tile.expired ? [t('posts.expiredLong')] : []),
      ...(tile.apart ? [t('posts.apart')] : []),
    ]
  }

  return {
    ...{ accounts: accountsById, people: peopleById, categories, phases },
    ...{ personName, categoryName, whenOf, missingOf, tileLines },
  }
}

export type PostWords = ReturnType<typeof usePostWords>
