import { useWords } from '../../../words/useWords'
import type { Standing } from '../assessView'

/** How a control stood, in a word. */
export function useStandingWord(): (standing: Standing) => string {
  const { t } = useWords()
  return (standing) => {
    if (standing === 'not-asked') return t('compliance.history.notAsked')
    if (standing === 'unanswered') return t('compliance.assess.noResult')
    return t(`compliance.assess.results.${standing}`)
  }
}
