import type { SheetNames } from '#contract/postLeaving'
import type { PostFilter } from '#contract/posts'
import { useCycleWords } from '../../../cycles/useCycleWords'
import { useReferenceWords } from '../../../reference/useReferenceWords'
import { useWords } from '../../../words/useWords'
import { accountsByChannel } from './paperAccounts'

/** What the filter of a sheet was, in words. */
export function useFilterSaid(data: SheetNames & { readonly filter: PostFilter }): () => string {
  const { t } = useWords()
  const { nameOf: phaseName } = useCycleWords()
  const { nameOf: itemName } = useReferenceWords()
  const phases = new Map(data.phases.map((phase) => [phase.id, phase]))
  const accounts = new Map(
    data.accounts.map((account) => [account.id, accountsByChannel([account])]),
  )
  const people = new Map(data.people.map(({ id, name }) => [id, name]))
  const categories = new Map(data.categories.map((item) => [item.key, itemName(item)]))

  return () => {
    const { filter } = data
    const phaseWords = filter.phaseIds.map((id) => {
      const phase = phases.get(id)
      return phase && t('posts.phaseNamed', { number: phase.number, name: phaseName(phase) })
    })
    const parts = [
      ...(filter.search === '' ? [] : [`“${filter.search}”`]),
      ...phaseWords,
      ...filter.statuses.map((status) => t(`posts.status.${status}`)),
      ...filter.kinds.map((kind) => t(`posts.kind.${kind}`)),
      ...filter.categories.map((key) => categories.get(key) ?? key),
      ...filter.accountIds.map((id) => accounts.get(id)),
      ...[...filter.ownerIds, ...filter.approverIds].map((id) => people.get(id)),
      ...filter.without.map((choice) =>
        t('posts.filter.withoutOne', { choice: t(`posts.filter.${choice}`).toLocaleLowerCase() }),
      ),
      ...(filter.incomplete ? [t('posts.filter.incomplete')] : []),
      ...(filter.expired ? [t('posts.filter.expired')] : []),
      ...(filter.inSeries ? [t('posts.filter.inSeries')] : []),
      ...(filter.unproven ? [t('posts.filter.unproven')] : []),
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? t('posts.leaving.noFilter') : parts.join(', ')
  }
}
