import type { Rejected, SheetProblem } from '#contract/sheets'

const shownValue = 80

/** Where a row stands, and what its columns hold. */
export interface RowPlace<F extends string> {
  readonly columns: readonly (F | null)[]
  readonly headings: readonly string[]
  readonly row: number
}

/** One row while it is read: its cells by their field, what is wrong with them, and what comes in otherwise than they say. */
export interface SheetRow<F extends string, P extends string> {
  readonly rejected: Rejected<F, P | SheetProblem>[]
  /** What is no hindrance, but is to be known before it comes in. */
  readonly warned: Rejected<F, P | SheetProblem>[]
  /** What stands in the column of a field, without spaces around it; empty where there is none. */
  readonly at: (field: F) => string
  readonly reject: (field: F, problem: P, value?: string) => null
  readonly warn: (field: F, problem: P) => void
  /** What the cell means; null where it is empty or, which is then said, means nothing. */
  readonly read: <T>(field: F, problem: P, of: (text: string) => T | null) => T | null
}

/** Opens a row; damaged letters, and cells that no heading stands over, are said at once. */
export function openRow<F extends string, P extends string>(
  cells: readonly string[],
  { columns, headings, row }: RowPlace<F>,
): SheetRow<F, P> {
  const rejected: Rejected<F, P | SheetProblem>[] = []
  const warned: Rejected<F, P | SheetProblem>[] = []
  const at = (field: F): string => (cells[columns.indexOf(field)] ?? '').trim()
  const cellOf = (field: F | null, problem: P | SheetProblem, value: string) => {
    const heading = field === null ? '' : (headings[columns.indexOf(field)] ?? '')
    return { row, field, heading, problem, value: value.slice(0, shownValue) }
  }
  const tell = (field: F | null, problem: P | SheetProblem, value: string): null => {
    rejected.push(cellOf(field, problem, value))
    return null
  }
  for (const field of columns) {
    if (field !== null && at(field).includes('\uFFFD')) tell(field, 'damaged', at(field))
  }
  const beyond = cells.slice(headings.length).find((cell) => cell.trim() !== '')
  if (beyond !== undefined) tell(null, 'beyond-headings', beyond.trim())
  return {
    ...{ rejected, warned, at },
    warn: (field, problem) => void warned.push(cellOf(field, problem, at(field))),
    reject: (field, problem, value = at(field)) => tell(field, problem, value),
    read: (field, problem, of) => {
      const text = at(field)
      return text === '' ? null : (of(text) ?? tell(field, problem, text))
    },
  }
}
