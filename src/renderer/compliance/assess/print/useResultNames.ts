import { useWords } from '../../../words/useWords'
import type { BarPart } from './reportLooks'

/** A result, or that there is none, in words. */
export function useResultNames(): (part: BarPart) => string {
  const { t } = useWords()
  return (part) =>
    part === 'unanswered'
      ? t('compliance.paper.unanswered')
      : t(`compliance.assess.results.${part}`)
}
