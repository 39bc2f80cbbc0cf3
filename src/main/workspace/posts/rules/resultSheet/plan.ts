import type { ResultId } from '#contract/postIds'
import type { Result } from '#contract/postPublication'
import {
  ResultCountName,
  type ReplacedResult,
  type ResultCounts,
} from '#contract/postResultImports'
import type { WantedResult } from './row.ts'

/** What is to be done so that the rows stand in the records. */
export interface ResultPlan {
  readonly added: readonly WantedResult[]
  readonly replaced: readonly (ReplacedResult & { readonly id: ResultId })[]
  /** Rows that say what stands there already. */
  readonly same: number
}

/**
 * One result for a post, account and day: a row takes the place of what stands there, but for
 * numbers it leaves empty.
 */
export function planResults(
  wanted: readonly WantedResult[],
  existing: readonly Result[],
): ResultPlan {
  const there = new Map(existing.map((result) => [placeKey(result), result]))
  const added: WantedResult[] = []
  const replaced: ResultPlan['replaced'][number][] = []
  let same = 0
  for (const each of wanted) {
    const kept = there.get(placeKey(each))
    if (kept === undefined) {
      added.push(each)
      continue
    }
    const before = countsOf(kept)
    const after = merged(before, each.counts)
    if (isSame(before, after)) same += 1
    else {
      const { row, postId, title, accountId, day } = each
      replaced.push({ id: kept.id, row, postId, title, accountId, day, before, after })
    }
  }
  return { added, replaced, same }
}

/** By it two rows are about the same post, account and day. */
export function placeKey({
  postId,
  accountId,
  day,
}: Pick<WantedResult, 'postId' | 'accountId' | 'day'>): string {
  return `${postId} ${accountId ?? ''} ${day}`
}

export function countsOf({ reach, likes, shares, comments }: ResultCounts): ResultCounts {
  return { reach, likes, shares, comments }
}

export function isSame(one: ResultCounts, other: ResultCounts): boolean {
  return ResultCountName.options.every((name) => one[name] === other[name])
}

function merged(before: ResultCounts, row: ResultCounts): ResultCounts {
  return {
    ...{ reach: row.reach ?? before.reach, likes: row.likes ?? before.likes },
    ...{ shares: row.shares ?? before.shares, comments: row.comments ?? before.comments },
  }
}
