import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '#contract/values'
import type { Column } from './csv.ts'

/** As Malaysians write days; it also tells readers that the number is a day. */
const dayFormat = 'dd/mm/yyyy'
/** What Excel holds in one cell. */
export const longestText = 32_767
const widest = 60

interface SheetName {
  readonly language: Language
  /** At most 31 characters, and another for each sheet of a workbook. */
  readonly name: string
}

/** A table as a workbook of one sheet. */
export function xlsxOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  named: SheetName,
): Promise<Uint8Array<ArrayBuffer>> {
  return workbookOf([sheetOf(columns, rows, named)])
}

/** Sheets in one workbook, in this order. */
export async function workbookOf(
  sheets: readonly ReturnType<typeof sheetOf>[],
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await writeXlsxFile([...sheets]).toBuffer())
}

/**
 * A table as a sheet, the headings kept in sight. Days are days, numbers are numbers, and text is
 * stored as text: no cell is a formula, whatever it begins with, so that nothing need be put before
 * it.
 */
export function sheetOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { language, name }: SheetName,
) {
  const heads = columns.map(({ heading }) => ({
    value: heading[language],
    type: String,
    fontWeight: 'bold' as const,
  }))
  const values = rows.map((row, place) => columns.map(({ value }) => value(row, place)))
  const cells = values.map((row) => row.map((value, at) => cellOf(value, columns[at]?.holds)))
  return {
    data: [heads, ...cells],
    sheet: name,
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ heading }, at) => ({
      width: widthOf([heading[language], ...values.map((row) => row[at] ?? null)]),
    })),
  }
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
