import type { Account, AccountId } from '#contract/accounts'
import { StateCode } from '#contract/states'
import type { FormAccount } from './postForm'

/** Accounts of one channel: the central ones, or those of the states. */
export interface AccountGroup {
  readonly channel: string
  readonly isCentral: boolean
  readonly accounts: readonly Account[]
}

/**
 * What is offered: accounts in use and those chosen before they left, by channel in the office's
 * order, the central ones first, then the states in theirs.
 * @param order keys of the channels
 */
export function groupsOf(
  accounts: readonly Account[],
  chosen: readonly FormAccount[],
  order: readonly string[],
  search = '',
): AccountGroup[] {
  const had = new Set(chosen.map(({ accountId }) => accountId))
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const offered = accounts.filter(
    (account) => (account.active || had.has(account.id)) && hasWords(account, words),
  )
  const channels = [...order, ...offered.map(({ channel }) => channel)]
  return [...new Set(channels)].flatMap((channel) => {
    const own = offered.filter((account) => account.channel === channel)
    return [
      { channel, isCentral: true, accounts: own.filter(({ state }) => state === null) },
      {
        channel,
        isCentral: false,
        accounts: own.filter(({ state }) => state !== null).sort(byState),
      },
    ].filter((group) => group.accounts.length > 0)
  })
}

function hasWords({ name, handle, unit }: Account, words: readonly string[]): boolean {
  const text = `${name} @${handle} ${unit}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

function byState(one: Account, other: Account): number {
  const place = ({ state }: Account): number =>
    state === null ? -1 : StateCode.options.indexOf(state)
  return place(one) - place(other)
}

/** Puts these accounts on the post, or takes them off; those already there keep what is theirs. */
export function withAccounts(
  chosen: readonly FormAccount[],
  ids: readonly AccountId[],
  isOn: boolean,
): FormAccount[] {
  if (!isOn) return chosen.filter(({ accountId }) => !ids.includes(accountId))
  const had = new Set(chosen.map(({ accountId }) => accountId))
  const added = ids.filter((id) => !had.has(id))
  return [
    ...chosen,
    ...added.map((accountId) => ({ accountId, text: null, day: null, time: null })),
  ]
}

/** Whether an account has something of its own. */
export function isOfItsOwn({ text, day, time }: FormAccount): { text: boolean; slot: boolean } {
  return { text: text !== null, slot: day !== null || time !== null }
}
