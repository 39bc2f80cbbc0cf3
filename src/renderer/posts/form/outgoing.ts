import type { Account, AccountId } from '#contract/accounts'
import { outgoingText } from '#contract/outgoingText'
import type { Channel } from '#contract/reference'
import { lengthOn } from '#contract/textLength'
import type { PostForm } from './postForm'

type Words = Pick<PostForm, 'text' | 'hashtags' | 'links' | 'accounts'>

/**
 * What goes out on one account, ready to be copied.
 * @param accountId null: as an account without a text of its own has it
 */
export function outgoingOn(form: Words, accountId: AccountId | null): string {
  const own = form.accounts.find((each) => each.accountId === accountId)?.text ?? null
  return outgoingText(own ?? form.text, form.hashtags, form.links)
}

/** How long the text is on accounts that have the same one and the same limit. */
export interface TextLength {
  readonly channel: string
  readonly accountIds: readonly AccountId[]
  /** With hashtags and links, as its channel counts. */
  readonly length: number
  readonly limit: number | null
  readonly isOver: boolean
  /** An account's own text, not the master's. */
  readonly isOwn: boolean
}

/** One entry for each channel and text, in the order in which the accounts were chosen. */
export function textLengths(
  form: Words,
  accounts: ReadonlyMap<AccountId, Account>,
  channels: ReadonlyMap<string, Channel>,
): TextLength[] {
  const groups = new Map<string, TextLength>()
  for (const { accountId, text } of form.accounts) {
    const account = accounts.get(accountId)
    if (account === undefined) continue
    const limit = account.textLimit ?? channels.get(account.channel)?.textLimit ?? null
    const key = JSON.stringify([account.channel, limit, text])
    const length = lengthOn(account.channel, outgoingOn(form, accountId))
    const others = groups.get(key)?.accountIds ?? []
    groups.set(key, {
      ...{ channel: account.channel, length, limit, isOwn: text !== null },
      ...{ accountIds: [...others, accountId], isOver: limit !== null && length > limit },
    })
  }
  return [...groups.values()]
}
