import type { Account, AccountId } from '#contract/accounts'
import type { Channel } from '#contract/reference'
import type { PostForm } from './postForm'

type Words = Pick<PostForm, 'text' | 'hashtags' | 'links' | 'accounts'>

/**
 * What goes out on one account, ready to be copied: its text, then the hashtags in one line, then
 * each link in a line of its own. Parts without words leave no gap.
 * @param accountId null: as an account without a text of its own has it
 */
export function outgoingText(form: Words, accountId: AccountId | null): string {
  const own = form.accounts.find((each) => each.accountId === accountId)?.text ?? null
  const hashtags = form.hashtags.map((tag) => `#${tag.trim().replace(/^#+/, '')}`).join(' ')
  return [(own ?? form.text).trim(), hashtags, form.links.join('\n')].filter(Boolean).join('\n\n')
}

/** Characters as a reader counts them: a sign made of two code units is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** How long the text is on accounts that have the same one and the same limit. */
export interface TextLength {
  readonly channel: string
  readonly accountIds: readonly AccountId[]
  /** With hashtags and links. */
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
    const length = lengthOf(outgoingText(form, accountId))
    const others = groups.get(key)?.accountIds ?? []
    groups.set(key, {
      ...{ channel: account.channel, length, limit, isOwn: text !== null },
      ...{ accountIds: [...others, accountId], isOver: limit !== null && length > limit },
    })
  }
  return [...groups.values()]
}
