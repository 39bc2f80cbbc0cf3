import type { EscalatedCase } from '#contract/complaintPapers'
import { useWords } from '../../../words/useWords'
import { useComplaintWords } from '../../useComplaintWords'

/** What a memo says of a late case at its head. */
export function useMemoFacts() {
  const { t, format } = useWords()
  const words = useComplaintWords()

  return ({ complaint }: Pick<EscalatedCase, 'complaint'>) => {
    const { number, status, assigneeId, fields } = complaint
    const officer = assigneeId === null ? t('complaints.nobody') : words.personName(assigneeId)
    return [
      { label: t('complaints.papers.memoFrom'), value: officer },
      { label: t('complaints.papers.number'), value: number },
      { label: t('complaints.papers.status'), value: t(`complaints.status.${status}`) },
      { label: t('complaints.fields.kind'), value: words.kindName(fields.kind) },
      {
        label: t('complaints.fields.receivedAt'),
        value: format.value.moment(fields.receivedAt),
      },
      {
        label: t('complaints.case.where'),
        value: words.placeLine(fields) || t('complaints.case.notKnown'),
      },
    ]
  }
}
