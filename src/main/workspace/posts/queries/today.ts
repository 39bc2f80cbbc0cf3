import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { PostStatus } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'
import type { Reader, Tables } from '../../database/schema.ts'
import { unapproved } from '../rules/status.ts'
import type { Seat } from '../rules/today.ts'
import { isPast } from './filter.ts'
import type { Now } from './rows.ts'

/** A post, at a day and time that mean what the query says. */
export interface DatedPost {
  readonly id: PostId
  readonly title: string
  readonly status: PostStatus
  readonly day: PlainDate | null
  readonly time: ClockTime | null
}

/**
 * Work of this seat whose slot passed unapproved: how much there is, and of it the newest.
 * @param most how many at most
 */
export async function expiredWork(
  db: Reader,
  seat: Seat,
  now: Now,
  most: number,
): Promise<{ total: number; posts: DatedPost[] }> {
  const expired = db
    .selectFrom('post')
    .where('trashed_at', 'is', null)
    .where(isPast(now))
    .where(isWork(seat))
  const { total } = await expired
    .select((e) => e.fn.countAll().as('total'))
    .executeTakeFirstOrThrow()
  // First which ones, by the index alone: rows are long, and years of them may have passed.
  const newest = expired.select('id').orderBy('first_day', 'desc').orderBy('id', 'desc').limit(most)
  const posts = await db
    .selectFrom('post')
    .select(['id', 'title', 'status', 'first_day as day', 'first_time as time'])
    .where('id', 'in', newest)
    .orderBy('first_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { total: Number(total), posts }
}

/**
 * Work of this seat that nobody approved yet and whose first day is `from` or later, or open: to
 * which changes were asked, or that comes out by `until`, on any account.
 */
export async function openWork(
  db: Reader,
  seat: Seat,
  from: PlainDate,
  until: PlainDate,
): Promise<PostId[]> {
  const rows = await db
    .selectFrom('post')
    .select('id')
    .where('trashed_at', 'is', null)
    .where('status', 'in', unapproved)
    .where((e) => e.or([e('first_day', 'is', null), e('first_day', '>=', from)]))
    .where(isWork(seat))
    .where((e) => e.or([e('status', '=', 'changes-asked'), e('first_day', '<=', until)]))
    .orderBy('first_day')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Approved posts that nobody made ready and that come out on some account by that day. */
export function approvedSlots(db: Reader, seat: Seat, until: PlainDate): Promise<DatedPost[]> {
  return db
    .selectFrom('post')
    .select(['id', 'title', 'status', 'first_day as day', 'first_time as time'])
    .where('status', '=', 'approved')
    .where('trashed_at', 'is', null)
    .where('first_day', '<=', until)
    .$if(!seat.plans, (all) => all.where(isWork(seat)))
    .orderBy('first_day')
    .orderBy('id')
    .execute()
}

/** A ready post on one of its accounts, null where it has none. */
export interface ReadySlot extends DatedPost {
  readonly accountId: AccountId | null
}

/** Ready posts for each account on which they have not come out yet, with its slot. */
export async function readySlots(db: Reader, seat: Seat, until: PlainDate): Promise<ReadySlot[]> {
  const rows = await db
    .selectFrom('post')
    .leftJoin('post_account', 'post_account.post_id', 'post.id')
    .leftJoin('post_publication', (join) =>
      join
        .onRef('post_publication.post_id', '=', 'post.id')
        .onRef('post_publication.account_id', '=', 'post_account.account_id')
        .on('post_publication.removed_at', 'is', null),
    )
    .select([
      ...(['post.id', 'post.title', 'post.status', 'post.day', 'post.time'] as const),
      ...(['post_account.day as own_day', 'post_account.time as own_time'] as const),
      'post_account.account_id as accountId',
    ])
    .where('post.status', '=', 'ready')
    .where('post.trashed_at', 'is', null)
    .where('post_publication.id', 'is', null)
    .where('post.first_day', '<=', until)
    .$if(!seat.plans, (all) => all.where(isWork(seat)))
    .orderBy('post.day')
    .orderBy('post.id')
    .orderBy('post_account.place')
    .execute()
  return rows.flatMap(({ own_day, own_time, day, time, ...post }) => {
    const on = own_day ?? day
    if (on === null || on > until) return []
    return { ...post, day: on, time: own_time ?? (own_day === null ? time : null) }
  })
}

/**
 * Work of this seat that came out, last of all, between two days, and of which no result is
 * recorded; `day` is that last day.
 */
export function withoutResults(
  db: Reader,
  seat: Seat,
  from: PlainDate,
  to: PlainDate,
): Promise<DatedPost[]> {
  return (
    db
      .selectFrom('post')
      .innerJoin('post_publication', 'post_publication.post_id', 'post.id')
      .select([
        ...(['post.id', 'post.title', 'post.status'] as const),
        (e) => e.fn.max('post_publication.day').as('day'),
        (e) => e.val<ClockTime | null>(null).as('time'),
      ])
      .where('post.status', '=', 'published')
      .where('post.trashed_at', 'is', null)
      .where('post_publication.removed_at', 'is', null)
      .where('post_publication.skipped_reason', '=', '')
      // The last of those from that day on is the last of all: older ones need not be read.
      .where('post_publication.day', '>=', from)
      .where(isWork(seat))
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('post_result')
              .select('post_result.id')
              .whereRef('post_result.post_id', '=', 'post.id')
              .where('post_result.removed_at', 'is', null),
          ),
        ),
      )
      .groupBy(['post.id', 'post.title', 'post.status'])
      .having((e) => e.fn.max('post_publication.day'), '<=', to)
      .orderBy('day')
      .orderBy('post.id')
      .execute()
  )
}

type Posts = ExpressionBuilder<Tables, 'post'>

/** The same as `isWorkOf`, for the database. */
export function isWork({ id, plans }: Seat) {
  return (e: Posts): Expression<SqlBool> =>
    e.or([
      e('post.owner_id', '=', id),
      e('post.designer_id', '=', id),
      ...(plans
        ? [e.and([e('post.owner_id', 'is', null), e('post.designer_id', 'is', null)])]
        : []),
    ])
}
