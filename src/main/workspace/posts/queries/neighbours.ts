import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { Period, PostStatus } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import type { Neighbour } from '../rules/rhythm.ts'

/** What will not come out as things stand. */
const stopped: readonly PostStatus[] = ['cancelled', 'on-hold']

/** The posts on these accounts and days, each at its own slot there; but for one of them. */
export async function neighboursOf(
  db: Reader,
  but: PostId | null,
  accounts: readonly AccountId[],
  days: readonly PlainDate[],
): Promise<Neighbour[]> {
  if (accounts.length === 0 || days.length === 0) return []
  const going = goingOut(db)
    .select(['post.id', 'post.title', 'post_account.account_id'])
    .where('post_account.account_id', 'in', accounts)
    .$if(but !== null, (q) => q.where('post.id', '!=', but))
    .orderBy('post.id')
  const shared = await going
    .select(['post.day', 'post.time', 'post_account.time as own_time'])
    .where('post_account.day', 'is', null)
    .where('post.day', 'in', days)
    .execute()
  const apart = await going
    .select(['post_account.day', 'post_account.time'])
    .where('post_account.day', 'in', days)
    .execute()
  const all = [
    ...shared.map(({ own_time, ...row }) => ({ ...row, time: own_time ?? row.time })),
    ...apart,
  ]
  return all.flatMap(({ title, account_id, day, time }) =>
    day === null ? [] : { title, accountId: account_id, day, time },
  )
}

/** How many posts each account has on each day of a period that has any. */
export async function countByAccountDay(
  db: Reader,
  { from, to }: Period,
): Promise<{ accountId: AccountId; day: PlainDate; count: number }[]> {
  // Found by the day of the post: an index over accounts without a day of their own is no help.
  const shared = await goingOut(db)
    .select(['post_account.account_id', 'post.day'])
    .select((e) => [
      e.fn
        .sum<number | string>(e.case().when('post_account.day', 'is', null).then(1).else(0).end())
        .as('n'),
    ])
    .where('post.day', '>=', from)
    .where('post.day', '<=', to)
    .groupBy(['post.day', 'post_account.account_id'])
    .execute()
  const apart = await goingOut(db)
    .select((e) => ['account_id', 'post_account.day', e.fn.countAll<number | string>().as('n')])
    .where('post_account.day', '>=', from)
    .where('post_account.day', '<=', to)
    .groupBy(['post_account.day', 'post_account.account_id'])
    .execute()
  const counts = new Map<string, { accountId: AccountId; day: PlainDate; count: number }>()
  for (const { account_id, day, n } of [...shared, ...apart]) {
    if (day === null || Number(n) === 0) continue
    const key = `${day} ${account_id}`
    const before = counts.get(key)?.count ?? 0
    counts.set(key, { accountId: account_id, day, count: before + Number(n) })
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted)
}

function goingOut(db: Reader) {
  return db
    .selectFrom('post')
    .innerJoin('post_account', 'post_account.post_id', 'post.id')
    .where('post.trashed_at', 'is', null)
    .where('post.status', 'not in', stopped)
}
