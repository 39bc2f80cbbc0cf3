import { rejectedSentence } from '#contract/importWords'
import type { RejectedCell } from '#contract/postImports'
import { useWords } from '../../words/useWords'

/** What is wrong with a cell and what to do about it, in a sentence. */
export function useRejectedWords(): (cell: RejectedCell) => string {
  const { t, language } = useWords()
  return (cell) => {
    const own = t(`posts.entering.fields.${cell.field}`)
    return rejectedSentence(cell, cell.heading === '' ? own : cell.heading, language.value)
  }
}
