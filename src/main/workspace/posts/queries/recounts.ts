import { z } from 'zod'
import type { AccountId } from '#contract/accounts'
import type { PostKind } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import { MovedDay, type PostRecount } from '#contract/postRecounts'
import type { Instant, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostRecountRow } from '../recountTables.ts'
import { stillToCome } from '../rules/completeness.ts'
import { netMoves } from '../rules/movedDays.ts'
import type { Seat } from '../rules/today.ts'
import { groupByPost } from './groupByPost.ts'
import { isWork, type DatedPost } from './today.ts'

const Moved = z.array(MovedDay)

/** Every time that last days of a post moved, the newest first. */
export async function listRecounts(db: Reader, postId: PostId): Promise<PostRecount[]> {
  const rows = await db
    .selectFrom('post_recount')
    .innerJoin('person', 'person.id', 'post_recount.changed_by')
    .selectAll('post_recount')
    .select('person.name as by_name')
    .where('post_id', '=', postId)
    .orderBy('at', 'desc')
    .orderBy('post_recount.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, because: row.because, byName: row.by_name, at: row.at },
    moved: Moved.parse(JSON.parse(row.moved)),
  }))
}

export async function insertRecount(db: Writer, row: PostRecountRow): Promise<void> {
  await db.insertInto('post_recount').values(row).execute()
}

/** What the last days of a post are counted from; all of them in few words, since there are many. */
export interface ComingPost {
  readonly id: PostId
  readonly kind: PostKind
  /** Where it comes out first. */
  readonly slot: PlainDate
  /** The day of its programme. */
  readonly programme: PlainDate | null
  readonly accountIds: readonly AccountId[]
}

/** Posts that are still to come out, from a day on. */
export async function comingPosts(db: Reader, from: PlainDate): Promise<ComingPost[]> {
  const coming = db
    .selectFrom('post')
    .where('trashed_at', 'is', null)
    .where('status', 'in', stillToCome)
    .where('first_day', '>=', from)
  const rows = await coming
    .select(['id', 'kind', 'programme_day'])
    .select((of) => of.ref('first_day').$notNull().as('slot'))
    .orderBy('id')
    .execute()
  const accounts = await db
    .selectFrom('post_account')
    .select(['post_id', 'account_id'])
    .where('post_id', 'in', coming.select('id'))
    .orderBy('post_id')
    .orderBy('place')
    .execute()
  const accountsOf = groupByPost(accounts)
  return rows.map(({ id, kind, slot, programme_day: programme }) => ({
    ...{ id, kind, slot, programme },
    accountIds: (accountsOf.get(id) ?? []).map(({ account_id }) => account_id),
  }))
}

/**
 * Work of this seat whose last days are other days than they were then: what moved and moved back is
 * not told. `day` is the earliest of those that moved, as it is now.
 */
export async function recountedWork(db: Reader, seat: Seat, since: Instant): Promise<DatedPost[]> {
  const rows = await db
    .selectFrom('post_recount')
    .innerJoin('post', 'post.id', 'post_recount.post_id')
    .select(['post.id', 'post.title', 'post.status', 'post_recount.moved'])
    .where('post_recount.at', '>=', since)
    .where('post.trashed_at', 'is', null)
    .where('post.status', 'in', stillToCome)
    .where(isWork(seat))
    .orderBy('post_recount.at')
    .orderBy('post_recount.id')
    .execute()
  const moves = new Map<PostId, MovedDay[]>()
  for (const { id, moved } of rows) {
    moves.set(id, [...(moves.get(id) ?? []), ...Moved.parse(JSON.parse(moved))])
  }
  const posts = new Map(rows.map(({ moved: _, ...post }) => [post.id, post]))
  return [...posts.values()].flatMap((post) => {
    const all = netMoves(moves.get(post.id) ?? [])
    const days = all.flatMap(({ after }) => after ?? [])
    return all.length === 0 ? [] : [{ ...post, day: days.toSorted()[0] ?? null, time: null }]
  })
}
