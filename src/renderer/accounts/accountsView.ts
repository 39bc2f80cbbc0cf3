import type { Account, Snapshot } from '#contract/accounts'
import type { Channel, Rhythm } from '#contract/reference'

/** `all` and channels show accounts in use; `inactive` the others. Channels by `channel:<key>`. */
export type AccountFilter = 'all' | 'incomplete' | 'inactive' | `channel:${string}`

/** How many of the controls of KKS K are met, of how many. */
export function completenessOf({ uniformity }: Pick<Account, 'uniformity'>): {
  met: number
  total: number
} {
  const met = uniformity.filter(({ gaps }) => gaps.length === 0).length
  return { met, total: uniformity.length }
}

export function isComplete(account: Pick<Account, 'uniformity'>): boolean {
  const { met, total } = completenessOf(account)
  return met === total
}

function fits(account: Account, filter: AccountFilter): boolean {
  if (filter === 'inactive') return !account.active
  if (!account.active) return false
  if (filter === 'all') return true
  if (filter === 'incomplete') return !isComplete(account)
  return `channel:${account.channel}` === filter
}

/** Whether every word typed stands somewhere in the account's names, unit or state. */
function matches(account: Account, text: string, stateName: (account: Account) => string): boolean {
  const { handle, name, unit } = account
  const read = ['@', handle, ' ', name, ' ', unit, ' ', stateName(account)]
    .join('')
    .toLocaleLowerCase('ms')
  return text
    .trim()
    .toLocaleLowerCase('ms')
    .split(/\s+/)
    .every((word) => read.includes(word))
}

/** The accounts that a filter and the search leave, in their order. */
export function accountsIn(
  accounts: readonly Account[],
  filter: AccountFilter,
  text: string,
  stateName: (account: Account) => string,
): Account[] {
  return accounts.filter((each) => fits(each, filter) && matches(each, text, stateName))
}

/** How many accounts each filter would show. */
export function countOf(accounts: readonly Account[], filter: AccountFilter): number {
  return accounts.filter((account) => fits(account, filter)).length
}

/** Channels of accounts in use. */
export function channelsInUse(accounts: readonly Account[]): ReadonlySet<string> {
  return new Set(accounts.filter(({ active }) => active).map(({ channel }) => channel))
}

/** Channels that are offered, and those that are still used. */
export function channelsFor(
  channels: readonly { readonly item: Channel; readonly removed: boolean }[],
  used: ReadonlySet<string>,
): Channel[] {
  return channels
    .filter(({ item, removed }) => !removed || used.has(item.key))
    .map(({ item }) => item)
}

/** Posts a day that guide an account: its own, or its channel's; null is "as needed". */
export function guideOf(account: Pick<Account, 'quota'>, channel: Channel | null): Rhythm | null {
  return account.quota ?? channel?.perDay ?? null
}

/** A point of the line of followers: shares of width and height, from the top left. */
export interface TrendPoint {
  readonly x: number
  readonly y: number
}

/**
 * The line of followers by day, as long as the time between the days; none for fewer than two days.
 * @param snapshots in any order; those without followers are left out
 */
export function trendOf(snapshots: readonly Pick<Snapshot, 'day' | 'followers'>[]): TrendPoint[] {
  const known = snapshots
    .flatMap(({ day, followers }) =>
      followers === null ? [] : [{ at: Date.parse(day), followers }],
    )
    .sort((one, other) => one.at - other.at)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const lowest = Math.min(...known.map(({ followers }) => followers))
  const highest = Math.max(...known.map(({ followers }) => followers))
  const height = highest - lowest
  return known.map(({ at, followers }) => ({
    x: (at - first.at) / (last.at - first.at),
    y: height === 0 ? 0.5 : (highest - followers) / height,
  }))
}

/** `+1,200`, `−80`, `0`: with a sign people read. */
export function signed(change: number, write: (value: number) => string): string {
  if (change === 0) return write(0)
  return `${change > 0 ? '+' : '−'}${write(Math.abs(change))}`
}

/** How the followers changed since the recorded day before; null where there is none. */
export function changeSince(
  snapshots: readonly Pick<Snapshot, 'followers'>[],
  index: number,
): number | null {
  const now = snapshots[index]?.followers ?? null
  const before = snapshots.slice(index + 1).find(({ followers }) => followers !== null)?.followers
  return now === null || before === undefined || before === null ? null : now - before
}
