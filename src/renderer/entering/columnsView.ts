import type { Rejected } from '#contract/sheets'

/** What is chosen for a column of a sheet: a field, or nothing. */
export type ColumnChoice<F extends string> = F | 'ignore'

/** The fields that are chosen, in the order of their columns. */
export function chosenFields<F extends string>(choices: readonly ColumnChoice<F>[]): F[] {
  return choices.flatMap((choice) => (choice === 'ignore' ? [] : [choice]))
}

/** Whether two columns hold the same field. */
export function isChosenTwice(choices: readonly ColumnChoice<string>[]): boolean {
  const fields = chosenFields(choices)
  return new Set(fields).size < fields.length
}

/** The first cell of a column that holds anything, to tell the column by. */
export function exampleOf(samples: readonly (readonly string[])[], column: number): string {
  return samples.map((row) => row[column] ?? '').find((cell) => cell.trim() !== '') ?? ''
}

/** A column by its letters, as a spreadsheet names it; `column` from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`
}

/** How many rows are rejected; a row may have several reasons. */
export function rejectedRows(rejected: readonly Pick<Rejected, 'row'>[]): number {
  return new Set(rejected.map(({ row }) => row)).size
}
