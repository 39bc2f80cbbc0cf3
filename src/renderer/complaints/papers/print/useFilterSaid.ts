import type { Ladder } from '#contract/complaintLadder'
import type { ComplaintFilter } from '#contract/complaints'
import { useWords } from '../../../words/useWords'
import { flags } from '../../register/filterView'
import { useComplaintWords } from '../../useComplaintWords'
import { useLadderWords } from '../../warnings/useLadderWords'

/** What a filter of the register leaves, in words; its days are told elsewhere. */
export function useFilterSaid(ladder: () => Ladder): (filter: ComplaintFilter) => string {
  const { t } = useWords()
  const words = useComplaintWords()
  const { flagWords } = useLadderWords()

  return (filter) => {
    const parts = [
      ...flags.filter((flag) => filter[flag]).map((flag) => flagWords(ladder(), flag)),
      ...filter.statuses.map((status) => t(`complaints.status.${status}`)),
      ...filter.kinds.map(words.kindName),
      ...filter.subKinds.map(words.subKindName),
      ...filter.channels.map(words.channelName),
      ...filter.accountIds.map(words.accountName),
      ...filter.states.map(words.stateName),
      ...filter.assigneeIds.map(words.personName),
      ...(filter.masterId === null ? [] : [t('complaints.papers.ofGroup')]),
      ...(filter.complainantId === null ? [] : [t('complaints.group.filterPerson')]),
    ]
    return parts.length === 0 ? t('complaints.papers.everything') : parts.join(', ')
  }
}
