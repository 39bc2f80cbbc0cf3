import type { AccountId } from '#contract/accounts'
import type { Control } from '#contract/frameworks'
import {
  mostFailed,
  type AmountUnit,
  type FoundCode,
  type FoundParams,
  type ItemStanding,
  type Measured,
  type MeasuredItem,
  type MeasuredLimit,
  type MeasuredPlace,
  type MeasureMethod,
  type MeasureSettings,
  type MeasureVerdict,
  type NotMeasured,
} from '#contract/measures'
import type { PersonId, PlainDate } from '#contract/values'
import { quantile } from '../../complaints/rules/quantiles.ts'
import { standingOf } from './standings.ts'

/** One item as a measurement judged it, and whom it belongs to. */
export interface Judged {
  readonly place: MeasuredPlace
  readonly day: PlainDate | null
  readonly code: FoundCode
  readonly params: FoundParams
  /** In the measurement's unit; null where it has none. */
  readonly amount: number | null
  readonly accounts: readonly AccountId[]
  readonly people: readonly PersonId[]
}

/** All items of a measurement, whomever they belong to. */
export interface Judgement {
  readonly items: readonly Judged[]
  readonly limit: MeasuredLimit | null
  /** Why nothing can be measured at all. */
  readonly off?: NotMeasured
}

/** What is the same of every answer of a measurement. */
export interface MeasureTraits {
  readonly guide: boolean
  readonly unit: AmountUnit | null
  /** Which end of the amounts is the worst one. */
  readonly worst: 'most' | 'least'
}

/**
 * Met from one share on, partly met from another (both ours, settings). Shares are held against the
 * limits as they are: 94.99 % is not 95 %.
 */
export function verdictOf(
  counted: number,
  kept: number,
  { metAt, partlyAt }: MeasureSettings,
): MeasureVerdict {
  if (counted === 0) return 'not-measured'
  if (kept * 100 >= metAt * counted) return 'met'
  return kept * 100 >= partlyAt * counted ? 'partly' : 'not-met'
}

/** The answer to a control from the items that belong to a subject. */
export function answerOf(
  {
    key,
    measurement,
  }: { readonly key: Control['key']; readonly measurement: Measured['measurement'] },
  method: MeasureMethod,
  { guide, unit, worst }: MeasureTraits,
  { limit, off }: Judgement,
  items: readonly Judged[],
  settings: MeasureSettings,
): Measured {
  const counts = new Map<FoundCode, number>()
  const amounts: number[] = []
  for (const { code, amount } of items) {
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (amount !== null && standingOf[code] !== 'uncounted') amounts.push(amount)
  }
  const of = (standing: ItemStanding) =>
    [...counts].reduce((sum, [code, count]) => sum + (standingOf[code] === standing ? count : 0), 0)
  const [kept, failed, uncounted] = [of('kept'), of('failed'), of('uncounted')]
  const verdict = verdictOf(kept + failed, kept, settings)
  const why = off ?? (uncounted > 0 ? 'nothing-to-judge' : 'nothing')
  return {
    ...{ key, measurement, method, verdict, guide, limit, settings },
    ...{ counted: kept + failed, kept, uncounted },
    amounts: unit === null || amounts.length === 0 ? null : { unit, ...spread(amounts, worst) },
    found: [...counts]
      .map(([code, count]) => ({ code, count, standing: standingOf[code] }))
      .toSorted((a, b) => order[a.standing] - order[b.standing] || b.count - a.count),
    why: verdict === 'not-measured' ? why : null,
    failed: latestFailed(items).map(({ place, day, code }) => ({ name: nameOf(place), day, code })),
  }
}

const order: Readonly<Record<ItemStanding, number>> = { failed: 0, uncounted: 1, kept: 2 }

/** Nearest rank: the median of an even number is the lower of the two in the middle. */
function spread(amounts: number[], worst: 'most' | 'least') {
  const sorted = amounts.toSorted((a, b) => a - b)
  const median = quantile(sorted, 0.5) ?? 0
  return { median, worst: sorted.at(worst === 'most' ? -1 : 0) ?? 0, of: sorted.length }
}

/** The latest of what failed, as `inOrder` has it, without sorting all of them. */
function latestFailed(items: readonly Judged[]): Judged[] {
  let found: Judged[] = []
  for (const item of items) {
    if (standingOf[item.code] !== 'failed') continue
    found.push(item)
    if (found.length === 2 * mostFailed) found = latestOf(found)
  }
  return latestOf(found)
}

function latestOf(items: readonly Judged[]): Judged[] {
  return items.toSorted(later).slice(0, mostFailed)
}

/** A title, a number or a handle: whoever reads the report may read it. */
function nameOf(place: MeasuredPlace): string {
  switch (place.kind) {
    case 'post':
      return place.title
    case 'complaint':
      return place.number
    case 'image':
      return place.name
    case 'account':
      return `@${place.handle}`
  }
}

function later(one: Judged, other: Judged): number {
  return compare(other.day ?? '', one.day ?? '') || compare(one.place.id, other.place.id)
}

/** Failed ones first, then what is not counted; each the latest first, then by where it is. */
export function inOrder(items: readonly Judged[]): Judged[] {
  return items.toSorted(
    (a, b) => order[standingOf[a.code]] - order[standingOf[b.code]] || later(a, b),
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

export function toItem({ place, day, code, params }: Judged): MeasuredItem {
  return { place, day, code, params, standing: standingOf[code] }
}
