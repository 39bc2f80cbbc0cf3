import { sql } from 'kysely'
import type { YearDay } from '#contract/postPhases'
import type { PostFilter } from '#contract/posts'
import { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { stillToCome } from '../rules/completeness.ts'
import { fits, isPast } from './filter.ts'
import type { Now } from './rows.ts'

/** The days of a year that have posts, each post on its own day. */
export async function daysOfYear(
  db: Reader,
  year: number,
  filter: PostFilter,
  now: Now,
): Promise<YearDay[]> {
  const digits = String(year).padStart(4, '0')
  const rows = await db
    .selectFrom('post')
    .where('trashed_at', 'is', null)
    .where('day', '>=', PlainDate.parse(`${digits}-01-01`))
    .where('day', '<=', PlainDate.parse(`${digits}-12-31`))
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
            .when(isPast(now)(e))
            .then(sql<number>`1`)
            .else(sql<number>`0`)
            .end(),
        )
        .as('expired'),
    ])
    .groupBy('day')
    .orderBy('day')
    .execute()
  return rows.flatMap(({ day, total, ...worse }) => {
    if (day === null) return []
    const [incomplete, expired] = [Number(worse.incomplete), Number(worse.expired)]
    const state = expired > 0 ? 'expired' : incomplete > 0 ? 'incomplete' : 'ok'
    return [{ day, count: Number(total), incomplete, expired, state }]
  })
}
