import type { AccountId } from '#contract/accounts'
import type { CheckedContent } from '#contract/postFindings'
import type { ClockTime, PlainDate } from '#contract/values'

/** When a post comes out on one account. */
export interface AccountSlot {
  readonly accountId: AccountId
  readonly day: PlainDate
  readonly time: ClockTime | null
}

type Planned = Pick<CheckedContent, 'day' | 'time' | 'accounts'>

/** The slots of the accounts that have a day, their own or the post's. A day of its own brings its own time. */
export function slotsOf(content: Planned): AccountSlot[] {
  return content.accounts.flatMap(({ accountId, day, time }) => {
    const on = day ?? content.day
    return on === null ? [] : { accountId, day: on, time: time ?? ownTime(content, day) }
  })
}

function ownTime(content: Planned, day: PlainDate | null): ClockTime | null {
  return day === null ? content.time : null
}

/** The first day on which the post is to come out anywhere; null while it has none. */
export function firstDay(content: Planned): PlainDate | null {
  const days = slotsOf(content).map(({ day }) => day)
  // Until an account is chosen the post's own day is all there is.
  return days.length === 0 ? content.day : days.reduce((one, other) => (other < one ? other : one))
}

/** A place in the calendar. */
export interface Place {
  readonly day: PlainDate | null
  readonly time: ClockTime | null
}

/**
 * Where a post comes out first: by it the post expires. Of the slots of its first day that is the
 * one with the earliest time, as a slot without one passes only with its day.
 */
export function firstSlot(content: Planned): Place {
  const day = firstDay(content)
  if (day === null) return { day, time: null }
  if (content.accounts.length === 0) return { day, time: content.time }
  const times = slotsOf(content).flatMap((slot) =>
    slot.day === day && slot.time !== null ? slot.time : [],
  )
  return { day, time: times.toSorted()[0] ?? null }
}

/** One slot at which a post is drawn and counted, with the accounts that share it. */
export interface ShownSlot {
  readonly slot: Place
  readonly accountIds: AccountId[]
}

/**
 * The slots of a post, its own first even where no account shares it: a slot that every account
 * left is no longer one, unless nobody publishes the post yet.
 */
export function shownSlots(
  own: Place,
  accounts: readonly (Place & { readonly account_id: AccountId })[],
): ShownSlot[] {
  const bySlot = new Map<string, ShownSlot>()
  const at = (slot: Place): AccountId[] => {
    const key = `${slot.day ?? ''} ${slot.time ?? ''}`
    const found = bySlot.get(key) ?? { slot, accountIds: [] }
    bySlot.set(key, found)
    return found.accountIds
  }
  at(own)
  for (const { account_id, day, time } of accounts) {
    at({ day: day ?? own.day, time: time ?? (day === null ? own.time : null) }).push(account_id)
  }
  const all = [...bySlot.values()]
  const kept = all.filter(({ accountIds }) => accountIds.length > 0)
  return kept.length > 0 ? kept : all
}

/** Those slots that at least one of the wanted accounts shares; all where none is named. */
export function slotsWith(
  slots: readonly ShownSlot[],
  wanted: readonly AccountId[],
): readonly ShownSlot[] {
  if (wanted.length === 0) return slots
  return slots.filter(({ accountIds }) => accountIds.some((id) => wanted.includes(id)))
}
