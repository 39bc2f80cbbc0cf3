import type { ImportField, RejectedCell } from '#contract/postImports'

/** What is chosen for the columns of a sheet: a field, or nothing. */
export type ColumnChoice = ImportField | 'ignore'

/** Why the columns cannot be read yet; null where they can. */
export function columnsWrong(choices: readonly ColumnChoice[]): 'no-title' | 'twice' | null {
  const fields = choices.filter((choice) => choice !== 'ignore')
  if (!fields.includes('title')) return 'no-title'
  return new Set(fields).size < fields.length ? 'twice' : null
}

/** The first cell of a column that holds anything, to tell the column by. */
export function exampleOf(samples: readonly (readonly string[])[], column: number): string {
  return samples.map((row) => row[column] ?? '').find((cell) => cell.trim() !== '') ?? ''
}

/** How many rows are rejected; a row may have several reasons. */
export function rejectedRows(rejected: readonly RejectedCell[]): number {
  return new Set(rejected.map(({ row }) => row)).size
}
