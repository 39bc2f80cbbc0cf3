import type { AccountId } from '#contract/accounts'
import type { Publication, Result } from '#contract/postPublication'
import type { Post, PostStatus } from '#contract/posts'
import type { PlainDate } from '#contract/values'

/** One account of a post, and what was recorded there. */
export interface AccountLine {
  readonly accountId: AccountId
  readonly state: 'open' | 'out' | 'skipped'
  readonly publication: Publication | null
}

/** The accounts in the post's order. */
export function accountLines(
  { content }: Pick<Post, 'content'>,
  publications: readonly Publication[],
): AccountLine[] {
  return content.accounts.map(({ accountId }) => {
    const publication = publications.find((each) => each.accountId === accountId) ?? null
    if (publication === null) return { accountId, state: 'open', publication }
    return { accountId, state: publication.skippedReason === '' ? 'out' : 'skipped', publication }
  })
}

/** Statuses in which something of a publication is seen or done. */
export function isOut(status: PostStatus): boolean {
  return status === 'published' || status === 'archived'
}

export const counts = ['reach', 'likes', 'shares', 'comments'] as const
export type CountName = (typeof counts)[number]
export type Counts = Readonly<Record<CountName, number | null>>

/** The newest day's numbers of one account (null: of all together), and the change since before. */
export interface ResultLine {
  readonly accountId: AccountId | null
  readonly day: PlainDate
  readonly now: Counts
  readonly change: Counts
}

/** One line an account, of its newest day. @param results in the order of their days */
export function newestResults(results: readonly Result[]): ResultLine[] {
  const byAccount = new Map<AccountId | null, Result[]>()
  for (const each of results) {
    byAccount.set(each.accountId, [...(byAccount.get(each.accountId) ?? []), each])
  }
  return [...byAccount].flatMap(([accountId, days]) => {
    const now = days.at(-1)
    if (now === undefined) return []
    const change = fromCounts((name) => difference(now[name], lastOf(days.slice(0, -1), name)))
    return [{ accountId, day: now.day, now: fromCounts((name) => now[name]), change }]
  })
}

/**
 * What the accounts reached together: the sum of each account's newest numbers. Numbers of all
 * accounts together count only where no account has numbers of its own.
 */
export function totalOf(lines: readonly ResultLine[]): Counts {
  const own = lines.filter(({ accountId }) => accountId !== null)
  const counted = own.length > 0 ? own : lines
  return fromCounts((name) => {
    const known = counted.flatMap(({ now }) => (now[name] === null ? [] : [now[name]]))
    return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
  })
}

function lastOf(days: readonly Result[], name: CountName): number | null {
  return days.findLast((each) => each[name] !== null)?.[name] ?? null
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before
}

function fromCounts(read: (name: CountName) => number | null): Counts {
  return {
    ...{ reach: read('reach'), likes: read('likes') },
    ...{ shares: read('shares'), comments: read('comments') },
  }
}

/** The largest number a row takes. */
const mostOfOne = 1_000_000_000

/**
 * A number as people type it: `12 500`, `12,500` or `12.500`; nothing typed is null.
 * @returns undefined for what is no whole number
 */
export function readCount(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (!/^\d+$|^\d{1,3}([ ,.\u00a0]\d{3})+$/.test(text)) return undefined
  const count = Number(text.replaceAll(/\D/g, ''))
  return count <= mostOfOne ? count : undefined
}
