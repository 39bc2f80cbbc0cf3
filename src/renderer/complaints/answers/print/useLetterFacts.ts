import type { Letter } from '#contract/complaintAnswers'
import { useWords } from '../../../words/useWords'

/** What stands above a letter: its number, and which printing it is. */
export function useLetterFacts() {
  const { t, format } = useWords()
  return ({ number, complaint, at, copy }: Letter) => [
    { label: t('complaints.letter.number'), value: number },
    { label: t('complaints.letter.complaint'), value: complaint },
    { label: t('complaints.letter.date'), value: format.value.day(at) },
    {
      label: t('complaints.letter.reprint'),
      value:
        copy === 1
          ? t('complaints.letter.original')
          : t('complaints.letter.copyOf', { count: copy - 1 }),
    },
  ]
}
