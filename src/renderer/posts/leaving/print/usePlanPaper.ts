import type { PlanSheet } from '#contract/postLeaving'
import type { PostTile } from '#contract/posts'
import { useCycleWords } from '../../../cycles/useCycleWords'
import type { Fact } from '../../../print/PrintFacts.vue'
import { useWords } from '../../../words/useWords'
import { accountsByChannel } from './paperAccounts'
import { useFilterSaid } from './useFilterSaid'

/** The names and facts of the plan on paper, from what its query answered. */
export function usePlanPaper(data: PlanSheet) {
  const { t, format } = useWords()
  const { nameOf: phaseName } = useCycleWords()
  const phases = new Map(data.phases.map((phase) => [phase.id, phase]))
  const accounts = new Map(data.accounts.map((account) => [account.id, account]))
  const people = new Map(data.people.map(({ id, name }) => [id, name]))
  const filterSaid = useFilterSaid(data)

  const accountsOf = ({ accountIds }: PostTile): string =>
    accountsByChannel(accountIds.flatMap((id) => accounts.get(id) ?? []))
  const phaseOf = ({ phaseId }: PostTile) =>
    phaseId === null ? null : (phases.get(phaseId) ?? null)
  const ownerOf = ({ ownerId }: PostTile): string =>
    ownerId === null ? '' : (people.get(ownerId) ?? '')

  function facts(): Fact[] {
    const beyond = data.fitting - data.tiles.length
    const { period } = data
    return [
      {
        label: t('posts.leaving.period'),
        value:
          period === null
            ? t('posts.leaving.allDays')
            : t('posts.range', {
                from: format.value.day(period.from),
                to: format.value.day(period.to),
              }),
      },
      { label: t('posts.leaving.filter'), value: filterSaid() },
      { label: t('posts.leaving.shown'), value: format.value.number(data.tiles.length) },
      ...(beyond > 0
        ? [{ label: t('posts.leaving.leftOut'), value: format.value.number(beyond) }]
        : []),
    ]
  }

  return { accountsOf, phaseOf, phaseName, ownerOf, facts }
}
