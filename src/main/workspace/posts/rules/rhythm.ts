import type { RhythmStanding } from '#contract/postFindings'
import { ownClause, type Rhythm } from '#contract/reference'
import type { AccountId } from '#contract/accounts'
import type { ClockTime, PlainDate } from '#contract/values'
import { dayNumber } from '../../days/rules/dates.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'
import type { AccountSlot } from './slots.ts'

/** Another post on one account. */
export interface Neighbour extends AccountSlot {
  readonly title: string
}

/** How many posts of a day stand to a rhythm; one that is null asks for as many as needed. */
export function rhythmStanding(count: number, quota: Rhythm | null): RhythmStanding {
  if (quota === null) return 'within'
  if (count > quota.max) return 'over'
  return count < quota.min ? 'under' : 'within'
}

/**
 * The rhythm of each account on the day of the post (KKS E): a guide for days on which there is
 * something to tell, as there is where a post stands; of a quiet day nothing is said.
 */
export function rhythmFindings(
  slots: readonly AccountSlot[],
  neighbours: readonly Neighbour[],
  quotaOf: (account: AccountId) => Rhythm | null,
): PlanFinding[] {
  return slots.flatMap((slot) => {
    const { accountId, day } = slot
    const quota = quotaOf(accountId)
    const count = 1 + neighbours.filter((other) => isOn(other, accountId, day)).length
    const standing = rhythmStanding(count, quota)
    if (quota === null || standing === 'within') return []
    return standing === 'over'
      ? [planFinding('rhythm-over', 'warn', 'KKS E', { day, count, limit: quota.max }, accountId)]
      : [
          planFinding(
            'rhythm-under',
            'advice',
            'KKS E',
            { day, count, limit: quota.min },
            accountId,
          ),
        ]
  })
}

/**
 * Posts on the same account that come out sooner after one another than the office wants (ours).
 * Those without a clock time are not compared.
 * @param limit minutes; 0 asks for none
 */
export function closeFindings(
  slots: readonly AccountSlot[],
  neighbours: readonly Neighbour[],
  limit: number,
): PlanFinding[] {
  return slots.flatMap((slot) =>
    neighbours
      .filter(({ accountId }) => accountId === slot.accountId)
      .flatMap((other) => {
        const minutes = minutesBetween(slot, other)
        if (minutes === null || minutes >= limit) return []
        const { title, day, time } = other
        const params = { title, day, time: time ?? '', minutes, limit }
        return [planFinding('too-close', 'warn', ownClause, params, slot.accountId)]
      }),
  )
}

function isOn(slot: AccountSlot, account: AccountId, day: PlainDate): boolean {
  return slot.accountId === account && slot.day === day
}

function minutesBetween(one: AccountSlot, other: AccountSlot): number | null {
  if (one.time === null || other.time === null) return null
  return Math.abs(minutesOf(one.day, one.time) - minutesOf(other.day, other.time))
}

function minutesOf(day: PlainDate, time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return dayNumber(day) * 1_440 + hours * 60 + minutes
}
