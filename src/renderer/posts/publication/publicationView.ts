import { CircleCheckBig, CircleQuestionMark, FileX, GitCompare } from '@lucide/vue'
import type { Component } from 'vue'
import type { AccountId } from '#contract/accounts'
import type { Region } from '#contract/images'
import type { HeldBy } from '#contract/postHeld'
import type { Shown } from '#contract/postedPictures'
import type { Publication, Result } from '#contract/postPublication'
import type { ResultCountName } from '#contract/postResultImports'
import type { Post, PostStatus } from '#contract/posts'
import { eachCount, totalOf as totalOfNewest, type ResultCounts } from '#contract/postTotals'
import type { PlainDate } from '#contract/values'
import type { Tone } from '../../ui/tone'

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

/** Statuses in which somebody is about to publish, on some account at least. */
export function isWaiting(status: PostStatus): boolean {
  return status === 'approved' || status === 'ready'
}

type HeldAccounts = readonly { readonly accountId: AccountId; readonly held: HeldBy }[]

/** Why an account may not have the post now; what is out there already is not held back. */
export function heldThere(
  { accountId, state }: Pick<AccountLine, 'accountId' | 'state'>,
  held: HeldAccounts,
): HeldBy | null {
  if (state === 'out') return null
  return held.find((each) => each.accountId === accountId)?.held ?? null
}

/** Each reason once, however many accounts it keeps from publishing. */
export function heldReasons(held: HeldAccounts): { key: string; held: HeldBy }[] {
  const keyOf = (of: HeldBy): string => (of.by === 'hold' ? of.by : `${of.noteId} ${of.day}`)
  const byKey = new Map(held.map((each) => [keyOf(each.held), each.held]))
  return [...byKey].map(([key, of]) => ({ key, held: of }))
}

export { resultCounts as counts } from '#contract/postTotals'
export type CountName = ResultCountName
export type Counts = ResultCounts

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
    const change = eachCount((name) => difference(now[name], lastOf(days.slice(0, -1), name)))
    return [{ accountId, day: now.day, now: eachCount((name) => now[name]), change }]
  })
}

/** What the accounts reached together. */
export function totalOf(lines: readonly Pick<ResultLine, 'accountId' | 'now'>[]): Counts {
  return totalOfNewest(lines.map(({ accountId, now }) => ({ accountId, ...now })))
}

function lastOf(days: readonly Result[], name: CountName): number | null {
  return days.findLast((each) => each[name] !== null)?.[name] ?? null
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before
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

/** How a picture looked for in a screenshot is told: never as a fault, a person decides. */
export function shownLooks(shown: Shown | null): { icon: Component; tone: Tone } {
  if (shown === null) return { icon: FileX, tone: 'neutral' }
  return {
    same: { icon: CircleCheckBig, tone: 'success' as const },
    differs: { icon: GitCompare, tone: 'warning' as const },
    unseen: { icon: CircleQuestionMark, tone: 'neutral' as const },
  }[shown.verdict]
}

/** How a picture is laid so that just this part of it fills its frame. */
export function cutStyle({ x, y, width, height }: Region): Record<string, string> {
  const percent = (share: number) => `${(100 * share).toFixed(3)}%`
  return {
    ...{ insetInlineStart: percent(-x / width), insetBlockStart: percent(-y / height) },
    ...{ inlineSize: percent(1 / width), blockSize: percent(1 / height), maxInlineSize: 'none' },
  }
}
