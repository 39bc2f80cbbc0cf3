import type { RegisterField, RejectedComplaint } from '#contract/complaintImports'
import type { RowPlace } from '../../../sheets/row.ts'
import { signsKey } from '../keys.ts'
import type { ComingComplaint } from './row.ts'

/** The numbers by which a row is one complaint and no other; empty where it has none. */
export interface RowNumbers {
  /** Key of its number in the old register. */
  readonly oldReference: string
  /** Key of the channel's reference, where that channel gives each to one complaint. */
  readonly key: string
  /** The same with its channel before it. */
  readonly reference: string
}

export function numbersOf(
  { oldReference, fields }: Pick<ComingComplaint, 'oldReference' | 'fields'>,
  isUnique: (channel: string) => boolean,
): RowNumbers {
  const key = isUnique(fields.channel) ? signsKey(fields.reference) : ''
  return {
    ...{ oldReference: signsKey(oldReference), key },
    reference: key === '' ? '' : `${fields.channel} ${key}`,
  }
}

/** Rows whose numbers an earlier row has: which of them is right only the person knows. */
export function repeatedNumbers(
  coming: readonly ComingComplaint[],
  isUnique: (channel: string) => boolean,
  { columns, headings }: Pick<RowPlace<RegisterField>, 'columns' | 'headings'>,
): RejectedComplaint[] {
  const first = { oldReference: new Map<string, number>(), reference: new Map<string, number>() }
  return coming.flatMap((each) => {
    const numbers = numbersOf(each, isUnique)
    return (['oldReference', 'reference'] as const).flatMap((field) => {
      const key = numbers[field]
      const earlier = first[field].get(key)
      if (key === '') return []
      if (earlier === undefined) {
        first[field].set(key, each.row)
        return []
      }
      const heading = headings[columns.indexOf(field)] ?? ''
      const problem = 'repeated-in-sheet' as const
      return [{ row: each.row, field, heading, problem, value: String(earlier) }]
    })
  })
}
