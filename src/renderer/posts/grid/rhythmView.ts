import type { AccountId } from '#contract/accounts'
import type { AccountDay, RhythmStanding } from '#contract/postFindings'
import type { PlainDate } from '#contract/values'

/** The standings of which there is something to say. */
export type Uneven = Exclude<RhythmStanding, 'within'>

/** An account that stands over or under its guide on a day. */
export interface UnevenAccount extends AccountDay {
  readonly standing: Uneven
}

/** One sign of the strip: accounts of one channel that stand to their guide in the same way. */
export interface RhythmMark {
  readonly channel: string
  readonly standing: Uneven
  readonly accounts: readonly UnevenAccount[]
}

/** In the order in which they are told: too many wakes more than too few. */
const told: readonly Uneven[] = ['over', 'under']

/**
 * What the strip of each day says: only days with posts, and of them only accounts over or under
 * their guide (KKS E: a guide for days on which there is something to tell).
 * @param channelOf null for an account that is not known any more
 * @param only the accounts the filter asks for; empty: all
 */
export function rhythmByDay(
  days: readonly AccountDay[],
  channelOf: (account: AccountId) => string | null,
  only: readonly AccountId[],
): ReadonlyMap<PlainDate, readonly RhythmMark[]> {
  const asked = new Set(only)
  const byDay = new Map<PlainDate, Map<string, UnevenAccount[]>>()
  for (const { standing, ...each } of days) {
    const channel = channelOf(each.accountId)
    if (standing === 'within' || channel === null) continue
    if (asked.size > 0 && !asked.has(each.accountId)) continue
    const marks = byDay.get(each.day) ?? new Map<string, UnevenAccount[]>()
    const key = markKey(standing, channel)
    marks.set(key, [...(marks.get(key) ?? []), { ...each, standing }])
    byDay.set(each.day, marks)
  }
  return new Map([...byDay].map(([day, marks]) => [day, toMarks(marks, channelOf)]))
}

function markKey(standing: Uneven, channel: string): string {
  return `${told.indexOf(standing)} ${channel}`
}

function toMarks(
  marks: ReadonlyMap<string, readonly UnevenAccount[]>,
  channelOf: (account: AccountId) => string | null,
): RhythmMark[] {
  return [...marks]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, accounts]) => {
      const [first] = accounts
      const channel = first && channelOf(first.accountId)
      return first && channel ? [{ channel, standing: first.standing, accounts }] : []
    })
}
