import type { AccountId } from '#contract/accounts'
import type { FoundCode } from '#contract/measures'
import type { PlainDate } from '#contract/values'
import { addDays } from '../../days/rules/dates.ts'
import { rhythmStanding } from '../../posts/rules/rhythm.ts'
import { mondayOf } from '../../posts/rules/weeks.ts'
import { itemsOf } from '../../reference/queries.ts'
import { firstOuts, type PublishedPost } from '../queries/measuredPosts.ts'
import type { Judged, Judgement } from '../rules/measuring.ts'
import type { Book } from './book.ts'

const codes = {
  within: 'rhythm-within',
  under: 'rhythm-under',
  over: 'rhythm-over',
} as const satisfies Record<string, FoundCode>

/**
 * Posts a day on each account (KKS E), on days on which it had one: a quiet day is not a failure and
 * is not counted. An account whose channel has no rhythm is not asked.
 */
export async function judgeRhythm(
  book: Book,
  { channel }: { readonly channel: string | null },
): Promise<Judgement> {
  const items: Judged[] = []
  for (const [accountId, days] of countByDay(await book.published())) {
    const quota = book.quotaOf(accountId)
    const account = book.accounts.get(accountId)
    if (quota === null || account === undefined) continue
    if (channel !== null && account.channel !== channel) continue
    for (const [day, count] of days) {
      const code = codes[rhythmStanding(count, quota)]
      const params = { count, min: quota.min, max: quota.max }
      items.push({ ...onAccount(book, accountId, day), code, params, amount: count })
    }
  }
  const channels = await itemsOf(book.db, 'channels', true)
  const asked = channels.find(({ key }) => key === channel)?.perDay ?? null
  return {
    items,
    limit: asked === null ? null : { unit: 'posts-a-day', min: asked.min, max: asked.max },
  }
}

/**
 * Whether an account is kept up to date (KKS J(4), Melaka 13.1): at least one post in every whole
 * week (Monday to Sunday) of the period that is over. Ours: the sources say "often enough". Weeks
 * before the first post that was ever recorded of an account tell nothing.
 */
export async function judgeFreshWeeks(book: Book): Promise<Judgement> {
  const counts = countByDay(await book.published())
  const first = await firstOuts(book.db)
  const items: Judged[] = []
  for (const account of book.accounts.values()) {
    const begun = first.get(account.id)
    if (!account.active || begun === undefined) continue
    const days = [...(counts.get(account.id) ?? [])]
    for (const monday of wholeWeeks(book)) {
      const sunday = addDays(monday, 6)
      if (sunday < begun) continue
      const count = days.reduce(
        (sum, [day, posts]) => sum + (day >= monday && day <= sunday ? posts : 0),
        0,
      )
      const code = count > 0 ? 'week-with-posts' : 'week-without-posts'
      const params = { count, to: sunday }
      items.push({ ...onAccount(book, account.id, monday), code, params, amount: count })
    }
  }
  return { items, limit: null }
}

/** Mondays of the weeks that lie wholly in the period and are over. */
function wholeWeeks({ period: { from, to }, today }: Book): PlainDate[] {
  const weeks: PlainDate[] = []
  const monday = mondayOf(from)
  let week = monday < from ? addDays(monday, 7) : monday
  for (; addDays(week, 6) <= to && addDays(week, 6) < today; week = addDays(week, 7)) {
    weeks.push(week)
  }
  return weeks
}

/** How many posts each account had on each day that had any. */
function countByDay(posts: readonly PublishedPost[]): Map<AccountId, Map<PlainDate, number>> {
  const counts = new Map<AccountId, Map<PlainDate, number>>()
  for (const { outs } of posts) {
    for (const { accountId, day } of outs) {
      const days = counts.get(accountId) ?? new Map<PlainDate, number>()
      counts.set(accountId, days)
      days.set(day, (days.get(day) ?? 0) + 1)
    }
  }
  return counts
}

/** Where and whose an item about an account is; `day` null: as it stands now. */
export function onAccount(
  { accounts }: Book,
  id: AccountId,
  day: PlainDate | null,
): Pick<Judged, 'place' | 'day' | 'accounts' | 'people'> {
  const account = accounts.get(id)
  const { channel = '', handle = '', operators = [] } = account ?? {}
  return { place: { kind: 'account', id, channel, handle }, day, accounts: [id], people: operators }
}
