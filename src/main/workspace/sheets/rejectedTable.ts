import { problemSentence, type ProblemWords } from '#contract/sheetWords'
import type { Rejected } from '#contract/sheets'
import type { Language } from '#contract/values'
import type { Column } from '../reports/csv.ts'

/**
 * What is to be corrected in a sheet, to work through beside it.
 * @param fieldName what a field is called where its column has no heading
 */
export function rejectedColumns<F extends string, P extends string>(
  words: ProblemWords<P>,
  fieldName: (field: F) => string,
  language: Language,
): Column<Rejected<F, P>>[] {
  const columnOf = ({ heading, field }: Rejected<F, P>): string =>
    heading === '' && field !== null ? fieldName(field) : heading
  return [
    { heading: { ms: 'Baris', en: 'Row' }, value: ({ row }) => row },
    { heading: { ms: 'Lajur', en: 'Column' }, value: columnOf },
    { heading: { ms: 'Nilai', en: 'Value' }, value: ({ value }) => value },
    {
      heading: { ms: 'Sebab', en: 'Reason' },
      value: (cell) => problemSentence(words, cell, columnOf(cell), language),
    },
  ]
}
