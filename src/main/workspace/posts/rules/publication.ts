import type { AccountId } from '#contract/accounts'
import type { PostContent } from '#contract/postContent'
import type { Publication } from '#contract/postPublication'

type Recorded = Pick<Publication, 'accountId' | 'skippedReason'>

/** A post is out when each of its accounts has a record and one at least was not left out (ours). */
export function isPublished(
  accounts: PostContent['accounts'],
  recorded: readonly Recorded[],
): boolean {
  const done = new Set(recorded.map(({ accountId }) => accountId))
  return isOut(recorded) && accounts.every(({ accountId }) => done.has(accountId))
}

/** Whether people have seen it somewhere: what went out is not rewritten afterwards (Melaka 11). */
export function isOut(recorded: readonly Recorded[]): boolean {
  return recorded.some(({ skippedReason }) => skippedReason === '')
}

/** Accounts with a record that a change of the accounts would leave without a post. */
export function lostRecords(
  accounts: PostContent['accounts'],
  recorded: readonly Recorded[],
): AccountId[] {
  const kept = new Set(accounts.map(({ accountId }) => accountId))
  return recorded.flatMap(({ accountId }) => (kept.has(accountId) ? [] : [accountId]))
}
