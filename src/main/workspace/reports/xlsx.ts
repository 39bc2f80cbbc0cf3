import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '#contract/values'
import type { Column } from './csv.ts'

/** As Malaysians write days; it also tells readers that the number is a day. */
const dayFormat = 'dd/mm/yyyy'
/** What Excel holds in one cell. */
export const longestText = 32_767
const widest = 60

/**
 * A table as a workbook of one sheet, the headings kept in sight. Days are days, numbers are
 * numbers, and text is stored as text: no cell is a formula, whatever it begins with, so that
 * nothing need be put before it.
 * @param name of the sheet: at most 31 characters
 */
export async function xlsxOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { language, name }: { readonly language: Language; readonly name: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const heads = columns.map(({ heading }) => ({
    value: heading[language],
    type: String,
    fontWeight: 'bold' as const,
  }))
  const values = rows.map((row, place) => columns.map(({ value }) => value(row, place)))
  const cells = values.map((row) => row.map((value, at) => cellOf(value, columns[at]?.holds)))
  const buffer = await writeXlsxFile([heads, ...cells], {
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: columns.map(({ heading }, at) => ({
      width: widthOf([heading[language], ...values.map((row) => row[at] ?? null)]),
    })),
  }).toBuffer()
  return new Uint8Array(buffer)
}

function cellOf(value: string | number | null, holds: Column<never>['holds']) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (holds === 'day') {
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: dayFormat }
  }
  return { value: value.slice(0, longestText), type: String }
}

/** Characters: as wide as its longest text, within reason. */
export function widthOf(values: readonly (string | number | null)[]): number {
  const longest = values.reduce<number>((most, each) => Math.max(most, `${each ?? ''}`.length), 0)
  return Math.min(widest, longest + 2)
}
