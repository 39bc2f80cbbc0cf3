import type { RejectedCell } from '#contract/postImports'
import { useWords } from '../../words/useWords'

/** What is wrong with a cell and what to do about it, in a sentence. */
export function useRejectedWords(): (cell: RejectedCell) => string {
  const { t } = useWords()
  return ({ problem, value, heading, field }) =>
    t(`posts.entering.problems.${problem}`, {
      value,
      column: heading === '' ? t(`posts.entering.fields.${field}`) : heading,
    })
}
