import type { Result } from './postPublication.ts'
import type { ResultCountName } from './postResultImports.ts'

export const resultCounts = [
  'reach',
  'likes',
  'shares',
  'comments',
] as const satisfies readonly ResultCountName[]

/** What was reached; null: nobody read it. */
export type ResultCounts = Readonly<Record<ResultCountName, number | null>>

type Numbers = Pick<Result, 'accountId'> & ResultCounts

/** The newest numbers of each account (and of all together: null). @param results by their days */
export function newestOf<R extends Numbers>(results: readonly R[]): R[] {
  return [...new Map(results.map((each) => [each.accountId, each])).values()]
}

/**
 * What accounts reached together: the sum of each one's newest numbers. Numbers of all accounts
 * together count only where no account has numbers of its own.
 */
export function totalOf(newest: readonly Numbers[]): ResultCounts {
  const own = newest.filter(({ accountId }) => accountId !== null)
  const counted = own.length > 0 ? own : newest
  return eachCount((name) => {
    const known = counted.flatMap((each) => each[name] ?? [])
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
  })
}

/** Counts made one by one. */
export function eachCount(read: (name: ResultCountName) => number | null): ResultCounts {
  return {
    ...{ reach: read('reach'), likes: read('likes') },
    ...{ shares: read('shares'), comments: read('comments') },
  }
}
