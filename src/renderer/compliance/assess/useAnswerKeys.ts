import type { AssessmentResult } from '#contract/assessmentSubjects'
import { usePageActions } from '../../shell/actions'
import { useWords } from '../../words/useWords'
import { useAssessmentScreen } from './assessmentScreen'
import { results } from './assessView'

/** What the keys do while one assessment is worked on. */
export function useAnswerKeys({
  canAnswer,
  answer,
  go,
}: {
  canAnswer: () => boolean
  answer: (result: AssessmentResult | null) => void
  /** To the control before or after. */
  go: (by: -1 | 1) => void
}): void {
  const { t } = useWords()
  const screen = useAssessmentScreen()

  function compare(): void {
    screen.isComparing = !screen.isComparing
  }

  /** Out of the comparison first, then to all of them. */
  function leave(): void {
    if (screen.isComparing) compare()
    else screen.show(null)
  }

  usePageActions(() => [
    ...results.map((result, at) => ({
      ...{ id: `answer-${result}`, label: t(`compliance.assess.results.${result}`) },
      ...{ key: String(at + 1), enabled: canAnswer(), run: () => answer(result) },
    })),
    {
      ...{ id: 'answer-clear', label: t('compliance.assess.clear'), key: '0' },
      ...{ enabled: canAnswer(), run: () => answer(null) },
    },
    { ...{ id: 'next-control', label: t('compliance.assess.next'), key: 'j' }, run: () => go(1) },
    {
      ...{ id: 'previous-control', label: t('compliance.assess.previous'), key: 'k' },
      run: () => go(-1),
    },
    {
      ...{ id: 'compare-assessment', label: t('compliance.history.compare'), key: 'b' },
      run: compare,
    },
    {
      ...{ id: 'all-assessments', label: t('compliance.assess.all'), key: 'Escape' },
      ...{ enabled: screen.control === null, run: leave },
    },
  ])
}
