import { rejectedSentence } from '#contract/importWords'
import type { RejectedCell } from '#contract/postImports'
import type { Language } from '#contract/values'
import type { Column } from '../../reports/csv.ts'
import { planHeadings } from './planHeadings.ts'

/** What is to be corrected in a sheet, to work through beside it. */
export function rejectedColumns(language: Language): Column<RejectedCell>[] {
  const columnOf = ({ heading, field }: RejectedCell) =>
    heading === '' ? planHeadings[field][language] : heading
  return [
    { heading: { ms: 'Baris', en: 'Row' }, value: ({ row }) => row },
    { heading: { ms: 'Lajur', en: 'Column' }, value: columnOf },
    { heading: { ms: 'Nilai', en: 'Value' }, value: ({ value }) => value },
    {
      heading: { ms: 'Sebab', en: 'Reason' },
      value: (cell) => rejectedSentence(cell, columnOf(cell), language),
    },
  ]
}
