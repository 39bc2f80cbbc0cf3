import { sql } from 'kysely'
import type { PostFilter } from '#contract/posts'
import type { YearDay } from '#contract/postPhases'
import { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { shownSlots, slotsWith, type Place } from '../rules/slots.ts'
import { stillToCome } from '../rules/completeness.ts'
import { isExpired } from '../rules/status.ts'
import { postsApart } from './apart.ts'
import { fits, isOwnSlotPast } from './filter.ts'
import type { Now } from './rows.ts'

type Counts = Pick<YearDay, 'count' | 'incomplete' | 'expired'>

/**
 * The days of a year that have posts, counted by their slots as the month draws them: posts on
 * their own days, then those few that have an account with a slot of its own put where they stand.
 */
export async function daysOfYear(
  db: Reader,
  year: number,
  filter: PostFilter,
  now: Now,
): Promise<YearDay[]> {
  const digits = String(year).padStart(4, '0')
  const [from, to] = [PlainDate.parse(`${digits}-01-01`), PlainDate.parse(`${digits}-12-31`)]
  const days = new Map<PlainDate, Counts>()
  const add = (slot: Place, counts: Counts, sign: 1 | -1): void => {
    const { day } = slot
    if (day === null || day < from || day > to) return
    const before = days.get(day) ?? { count: 0, incomplete: 0, expired: 0 }
    days.set(day, {
      count: before.count + sign * counts.count,
      incomplete: before.incomplete + sign * counts.incomplete,
      expired: before.expired + sign * counts.expired,
    })
  }
  for (const { day, ...counts } of await ownDays(db, from, to, filter, now)) {
    add({ day, time: null }, counts, 1)
  }
  for (const { own, status, incomplete, accounts } of await postsApart(db, fits(filter, now))) {
    const countsAt = (slot: Place): Counts => ({
      count: 1,
      incomplete: incomplete === 1 && stillToCome.includes(status) ? 1 : 0,
      expired: isExpired({ status, ...slot }, now) ? 1 : 0,
    })
    add(own, countsAt(own), -1)
    const slots = slotsWith(shownSlots(own, accounts), filter.accountIds)
    for (const { slot } of slots) add(slot, countsAt(slot), 1)
  }
  return [...days]
    .filter(([, { count }]) => count > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, counts]) => ({
      ...{ day, ...counts },
      state: counts.expired > 0 ? 'expired' : counts.incomplete > 0 ? 'incomplete' : 'ok',
    }))
}

/** Each post on its own day. */
async function ownDays(
  db: Reader,
  from: PlainDate,
  to: PlainDate,
  filter: PostFilter,
  now: Now,
): Promise<(Counts & { day: PlainDate })[]> {
  const rows = await db
    .selectFrom('post')
    .where('trashed_at', 'is', null)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(fits(filter, now))
    .select((e) => [
      'day',
      e.fn.countAll().as('total'),
      e.fn
        .sum(
          e
            .case()
            .when(e.and([e('incomplete', '=', 1), e('status', 'in', stillToCome)]))
            .then(sql<number>`1`)
            .else(sql<number>`0`)
            .end(),
        )
        .as('incomplete'),
      e.fn
        .sum(
          e
            .case()
            .when(isOwnSlotPast(now)(e))
            .then(sql<number>`1`)
            .else(sql<number>`0`)
            .end(),
        )
        .as('expired'),
    ])
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.flatMap(({ day, total, incomplete, expired }) =>
    day === null
      ? []
      : { day, count: Number(total), incomplete: Number(incomplete), expired: Number(expired) },
  )
}
