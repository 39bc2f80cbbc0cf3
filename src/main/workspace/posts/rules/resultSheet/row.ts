import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import {
  ResultCountName,
  type RejectedResult,
  type ResultCounts,
  type ResultField,
  type ResultProblem,
} from '#contract/postResultImports'
import type { PlainDate } from '#contract/values'
import { openRow, type RowPlace, type SheetRow } from '../../../sheets/row.ts'
import { writtenCount } from '../../../sheets/writtenCount.ts'
import { writtenDay } from '../../../sheets/writtenDay.ts'
import type { KnownPosts } from './known.ts'
import { placeOf } from './place.ts'

/** Numbers of one post on one account and day, as a row has them. */
export interface WantedResult {
  readonly row: number
  readonly postId: PostId
  readonly title: string
  readonly accountId: AccountId | null
  readonly day: PlainDate
  readonly counts: ResultCounts
}

export type ResultRow = SheetRow<ResultField, ResultProblem>

/** A row as a result, or what is wrong with it. */
export function readResultRow(
  cells: readonly string[],
  place: RowPlace<ResultField>,
  known: KnownPosts,
): { readonly wanted: WantedResult } | { readonly rejected: RejectedResult[] } {
  const row = openRow<ResultField, ResultProblem>(cells, place)
  const found = placeOf(row, known)
  const day = dayOf(row, known)
  const counts = countsOf(row, place.columns)
  if (found === null || day === null || row.rejected.length > 0) return { rejected: row.rejected }
  const { post, accountId } = found
  return {
    wanted: { row: place.row, postId: post.id, title: post.title, accountId, day, counts },
  }
}

function dayOf(row: ResultRow, known: KnownPosts): PlainDate | null {
  if (row.at('day') === '' && known.day === null) return row.reject('day', 'day-missing')
  const day = row.at('day') === '' ? known.day : row.read('day', 'not-a-day', writtenDay)
  return day !== null && day > known.today ? row.reject('day', 'day-in-future') : day
}

/** An empty cell or a dash says nothing; what was rounded is not made up. */
function countsOf(row: ResultRow, columns: readonly (ResultField | null)[]): ResultCounts {
  const counts: ResultCounts = { reach: null, likes: null, shares: null, comments: null }
  for (const name of ResultCountName.options) {
    const text = row.at(name)
    if (/^[-\u2013\u2014]?$/.test(text)) continue
    const count = writtenCount(text)
    if (count === 'rounded') row.reject(name, 'rounded-count')
    else if (count === null) row.reject(name, 'not-a-count')
    else counts[name] = count
  }
  const names = ResultCountName.options
  const saidNothing = names.every((name) => /^[-\u2013\u2014]?$/.test(row.at(name)))
  const first = names.find((name) => columns.includes(name)) ?? 'reach'
  if (saidNothing) row.reject(first, 'no-counts')
  return counts
}
